using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ChatSupport.Tests.Delivery;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Faults;

/// <summary>A request and the answer that its caller relies on.</summary>
internal sealed record Answered(string Path, object Body, string Key, TicketSeen Ticket);

/// <summary>
/// Callers who declare, take and comment through whichever instance answers, each request under a key of its own and sent until it is
/// answered. Some have phoned about each of their incidents, and wait until somebody is woken for it.
/// </summary>
internal sealed class Callers(IReadOnlyList<Instance> instances) : IDisposable
{
    /// <summary>A page that falls due by a clock that is right again waits for the next time that one is ahead.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly HttpClient http = new() { DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", RunningDesk.Key) }, Timeout = TimeSpan.FromSeconds(30) };
    private readonly ConcurrentBag<Answered> answers = [];
    private readonly CancellationTokenSource enough = new();
    private readonly SemaphoreSlim answered = new(0);
    private Task[] atWork = [];
    private int unanswered;

    public IReadOnlyCollection<Answered> Answers => answers;

    /// <summary>How many requests went unanswered, or were told to come again.</summary>
    public int Unanswered => unanswered;

    /// <param name="hasRung">For this ticket a phone has rung.</param>
    public void Begin(int callers, int atNight, Func<string, Task> hasRung) => atWork =
    [
        .. Enumerable.Range(0, callers).Select(Call), .. Enumerable.Range(0, atNight).Select(caller => CallAtNight(caller, hasRung)),
    ];

    public async Task End()
    {
        await enough.CancelAsync();
        await Task.WhenAll(atWork);
    }

    /// <summary>So many more are answered.</summary>
    public async Task Answer(int count)
    {
        while (answered.Wait(0))
        {
        }
        while (count-- > 0)
            await answered.WaitAsync().InTime();
    }

    /// <summary>Sends until it is answered. Whoever is told to come again in a moment does.</summary>
    public async Task<TicketSeen> Insist(string path, object body, string key)
    {
        for (var attempt = Math.Abs(key.GetHashCode(StringComparison.Ordinal) % instances.Count); ; attempt++)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(instances[attempt % instances.Count].Address, path)) { Content = JsonContent.Create(body), Headers = { { "Idempotency-Key", key } } };
                using var response = await http.SendAsync(request);
                var text = await response.Content.ReadAsStringAsync();
                if (response.StatusCode != HttpStatusCode.ServiceUnavailable)
                {
                    Assert.True(response.IsSuccessStatusCode, text);
                    return JsonSerializer.Deserialize<TicketSeen>(text, JsonSerializerOptions.Web)!;
                }
            }
            catch (Exception gone) when (gone is HttpRequestException or TaskCanceledException or System.IO.IOException)
            {
            }
            Interlocked.Increment(ref unanswered);
            await instances[(attempt + 1) % instances.Count].IsUp;
        }
    }

    public void Dispose()
    {
        http.Dispose();
        enough.Dispose();
        answered.Dispose();
    }

    private async Task Call(int caller)
    {
        for (var round = 0; !enough.IsCancellationRequested; round++)
        {
            var name = $"{caller}-{round}";
            var (contact, engineer) = (ChaosDirectory.Contact(caller), ChaosDirectory.Engineer(caller));
            var ticket = await Keep("/api/tickets", SampleDeclaration.Of("paul.renard", ("contact", contact), ("title", $"Incident {name}"), ("clientRef", name)), $"{name}-declare");
            var path = $"/api/tickets/{ticket.Reference}";
            await Keep($"{path}/acknowledge", new { by = engineer, comment = "Nous regardons." }, $"{name}-acknowledge");
            await Keep($"{path}/comment", new { by = contact, comment = $"Du nouveau : {name}." }, $"{name}-comment");
        }
    }

    private async Task CallAtNight(int caller, Func<string, Task> hasRung)
    {
        for (var round = 0; !enough.IsCancellationRequested; round++)
        {
            var name = $"night-{caller}-{round}";
            var ticket = await Keep("/api/tickets", SampleDeclaration.Of("claire.morel", ("clientRef", name)), $"{name}-declare");
            var path = $"/api/tickets/{ticket.Reference}";
            await Keep($"{path}/call", new { by = "claire.morel" }, $"{name}-call");
            await hasRung(ticket.Reference).WaitAsync(Patience);
            await Keep($"{path}/acknowledge", new { by = "tom.lefevre", comment = "Je regarde." }, $"{name}-acknowledge");
        }
    }

    private async Task<TicketSeen> Keep(string path, object body, string key)
    {
        var ticket = await Insist(path, body, key);
        answers.Add(new Answered(path, body, key, ticket));
        answered.Release();
        return ticket;
    }
}
