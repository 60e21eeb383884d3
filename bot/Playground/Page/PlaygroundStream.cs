using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;

namespace ChatSupport.Bot.Playground.Page;

/// <summary>Tells an open page to look again: after every commit and, since time passes as well, a few times a minute.</summary>
internal sealed class PlaygroundStream(Bell bell, TimeProvider time, IHostApplicationLifetime life)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <summary>A burst of commits is worth one look.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(100);

    public async IAsyncEnumerable<SseItem<string>> Changes([EnumeratorCancellation] CancellationToken gone)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(gone, life.ApplicationStopping);
        while (!either.IsCancellationRequested)
        {
            var ring = bell.Next;
            yield return new SseItem<string>("", "changed");
            await ring.WaitAsync(Longest, time, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.Delay(Settling, time, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
