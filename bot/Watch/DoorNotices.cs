using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using NodaTime.Extensions;

namespace ChatSupport.Bot.Watch;

/// <summary>
/// Tells the desk when nothing gets through by a way, and when it does again: once each, however many instances see it, for what was told
/// stands in the store.
/// </summary>
internal sealed partial class DoorNotices(
    DoorWatch watch, Store store, DoorTelling telling, TimeProvider time, ILogger<DoorNotices> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    private ToldTroubles told = ToldTroubles.None;

    /// <summary>What the desk has been told of, the longest first.</summary>
    public IReadOnlyList<DoorTrouble> Failing => Volatile.Read(ref told).All;

    /// <summary>Tells what is new.</summary>
    public async Task Tell(CancellationToken stop)
    {
        var (failing, working) = (watch.InTrouble.ToList(), watch.Working.ToList());
        var known = await store.Read(ToldTroubles.Load, stop);
        var isNews = failing.Exists(trouble => !known.Has(trouble.Passage)) || working.Exists(known.Has);
        Volatile.Write(ref told, isNews ? await store.Write(session => Tell(session, failing, working), stop) : known);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
            try
            {
                await Tell(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogUntold(failure);
            }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async ValueTask<ToldTroubles> Tell(Session session, List<DoorTrouble> failing, List<Passage> working)
    {
        var before = await ToldTroubles.Load(session);
        var begun = failing.Where(trouble => !before.Has(trouble.Passage)).ToList();
        var over = before.All.Where(trouble => working.Contains(trouble.Passage)).ToList();
        foreach (var trouble in begun)
        {
            LogFailing(trouble.Way, trouble.Why);
            await telling.Tell(session, trouble, over: null);
        }
        foreach (var trouble in over)
        {
            LogOver(trouble.Way);
            await telling.Tell(session, trouble, time.GetUtcNow().ToInstant());
        }
        return await before.With(begun).Without(over).Keep(session);
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "Nothing gets through by {Way}: {Why}.")]
    private partial void LogFailing(Way way, string why);

    [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "It gets through by {Way} again.")]
    private partial void LogOver(Way way);

    [LoggerMessage(EventId = 3, Level = LogLevel.Error, Message = "Whether every door works could not be told; it is tried again shortly.")]
    private partial void LogUntold(Exception failure);
}
