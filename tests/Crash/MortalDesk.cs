using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Crash;

/// <summary>A desk that keeps dying and coming back on the same file, and callers who insist until they are answered.</summary>
internal sealed class MortalDesk(string folder) : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly HttpClient http = new() { DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", RunningDesk.Key) } };
    private readonly SemaphoreSlim answered = new(0);
    private volatile TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ChildDesk? child;
    private int unanswered;

    /// <summary>How many requests died with the desk and were sent again.</summary>
    public int Unanswered => unanswered;

    public async Task Rises()
    {
        child = await ChildDesk.Start(folder);
        address.SetResult(child.Address);
    }

    /// <summary>Waits until so many more requests were answered, and kills the desk among those under way.</summary>
    public async Task DiesAfter(int answers)
    {
        for (var i = 0; i < answers; i++)
            await answered.WaitAsync();
        address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        await child!.Kill();
        child.Dispose();
        child = null;
    }

    /// <summary>Sends until it is answered, under one idempotency key.</summary>
    public async Task<TicketSeen> Insists(string path, object body, string key)
    {
        while (true)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(await address.Task, path)) { Content = JsonContent.Create(body), Headers = { { "Idempotency-Key", key } } };
                using var response = await http.SendAsync(request);
                var text = await response.Content.ReadAsStringAsync();
                Assert.True(response.IsSuccessStatusCode, text);
                answered.Release();
                return JsonSerializer.Deserialize<TicketSeen>(text, Json)!;
            }
            catch (HttpRequestException)
            {
                Interlocked.Increment(ref unanswered);
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        http.Dispose();
        child?.Dispose();
        answered.Dispose();
        return ValueTask.CompletedTask;
    }
}
