using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using ChatSupport.Desk;
using ChatSupport.Desk.People;

namespace ChatSupport.Bot.Portal.Live;

/// <summary>
/// Tells open pages that something has changed, never what: each fetches itself again and sees what its reader may see. Pages that
/// fall behind lose signals, not news, since any one of them brings everything.
/// </summary>
internal sealed class LivePages
{
    private const int Backlog = 16;
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<Channel<Change>, bool> pages = new();
    private readonly TimeProvider time;
    private readonly CancellationToken stopping;

    public LivePages(ServiceDesk desk, LiveDirectory directory, TimeProvider time, IHostApplicationLifetime lifetime)
    {
        (this.time, stopping) = (time, lifetime.ApplicationStopping);
        desk.Committed += tickets =>
        {
            foreach (var ticket in tickets)
                Tell(Change.Of(ticket));
        };
        // Whoever has left is to see it at once.
        directory.Changed += _ => Tell(Change.Anything);
    }

    public void Tell(Change change)
    {
        foreach (var page in pages.Keys)
            page.Writer.TryWrite(change);
    }

    /// <summary>What changes from now on, and nothing now and then, until the page or the program goes.</summary>
    public async IAsyncEnumerable<Change> Follow([EnumeratorCancellation] CancellationToken gone)
    {
        var page = Channel.CreateBounded<Change>(new BoundedChannelOptions(Backlog) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        pages[page] = true;
        await using var pulse = time.CreateTimer(_ => page.Writer.TryWrite(Change.None), null, TimeSpan.Zero, Silence);
        await using var end = stopping.Register(() => page.Writer.TryComplete());
        try
        {
            await foreach (var change in page.Reader.ReadAllAsync(gone))
                yield return change;
        }
        finally
        {
            pages.TryRemove(page, out _);
        }
    }
}
