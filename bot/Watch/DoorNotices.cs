using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using NodaTime;
using NodaTime.Extensions;

namespace ChatSupport.Bot.Watch;

/// <summary>
/// Tells the desk when nothing gets through by a way, and when it does again: once each, however many instances see it, for what was told
/// stands in the store.
/// </summary>
internal sealed partial class DoorNotices(
    DoorWatch watch, Store store, LiveDirectory directory, DeskClock clock, IReadOnlySet<Way> ways, TimeProvider time, ILogger<DoorNotices> log) : BackgroundService
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
        var isNews = failing.Exists(trouble => !known.Has(trouble.Way)) || working.Exists(known.Has);
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

    private async ValueTask<ToldTroubles> Tell(Session session, List<DoorTrouble> failing, List<Way> working)
    {
        var before = await ToldTroubles.Load(session);
        var begun = failing.Where(trouble => !before.Has(trouble.Way)).ToList();
        var over = before.All.Where(trouble => working.Contains(trouble.Way)).ToList();
        foreach (var trouble in begun)
        {
            LogFailing(trouble.Way, trouble.Why);
            // Word of failing mail would wait behind that mail.
            if (trouble.Way != Way.Mail)
                await Enqueue(session, DoorLetter.Write(trouble, over: null));
        }
        foreach (var trouble in over)
        {
            LogOver(trouble.Way);
            await Enqueue(session, DoorLetter.Write(trouble, time.GetUtcNow().ToInstant()));
        }
        return await before.With(begun).Without(over).Keep(session);
    }

    /// <summary>To whoever is on call, and to the supervisors.</summary>
    private async ValueTask Enqueue(Session session, string words)
    {
        if (!ways.Contains(Way.Mail))
            return;
        var people = directory.Current.Supervisors.Append(directory.Current.Rota.OnCall(clock.Now)).DistinctBy(person => person.Id);
        foreach (var person in people.Where(person => person.Email is not null))
            await session.Enqueue(new OutboxRow(
                Notice.LaneOf(Way.Mail, person.Id), Urgent: true, nameof(Way.Mail), person.Id, TicketId: null, DoorLetter.Name, words,
                NotBefore: NodaConstants.UnixEpoch, CreatedAt: clock.Now));
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "Nothing gets through by {Way}: {Why}.")]
    private partial void LogFailing(Way way, string why);

    [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "It gets through by {Way} again.")]
    private partial void LogOver(Way way);

    [LoggerMessage(EventId = 3, Level = LogLevel.Error, Message = "Whether every door works could not be told; it is tried again shortly.")]
    private partial void LogUntold(Exception failure);
}
