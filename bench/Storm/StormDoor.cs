using System.Net.Http.Headers;

namespace ChatSupport.Bench.Storm;

/// <summary>One of the ways to the desk, and what people do there until they have declared.</summary>
internal abstract class StormDoor(IReadOnlyList<StormDesk> desks, HttpClient http)
{
    private int next;

    public abstract string Name { get; }

    /// <summary>One after another; the last of them declares.</summary>
    public abstract IReadOnlyList<Step> Steps { get; }

    /// <summary>What somebody has done long before: they are signed in.</summary>
    public virtual Task Comes(int contact) => Task.CompletedTask;

    /// <summary>Sends a request to any of the instances, as a balancer would.</summary>
    protected async Task<(string Text, HttpResponseHeaders Headers)> Ask(
        HttpMethod method, string path, HttpContent? content = null, params (string Name, string? Value)[] headers)
    {
        var desk = desks[Interlocked.Increment(ref next) % desks.Count];
        using var request = new HttpRequestMessage(method, new Uri(desk.Address, path)) { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (int)response.StatusCode < 400
            ? (text, response.Headers)
            : throw new HttpRequestException($"{path} answered {(int)response.StatusCode}: {text[..Math.Min(text.Length, 300)]}");
    }
}

/// <summary>One thing that somebody does, and waits for.</summary>
/// <param name="Do">Returns everything that they are shown.</param>
internal sealed record Step(string Name, Func<int, Task<string>> Do);
