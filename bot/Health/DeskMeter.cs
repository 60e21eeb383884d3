using System.Diagnostics.Metrics;
using ChatSupport.Bot.Watch;
using ChatSupport.Desk;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using ChatSupport.Desk.Tickets.Paging;
using NodaTime;

namespace ChatSupport.Bot.Health;

/// <summary>
/// What an operator watches. The instruments are those of .NET, so that its own tools can read them too; <see cref="Exposition"/> writes
/// them for Prometheus. Ages are by the desk's clock, as the instants that they are counted from.
/// </summary>
internal sealed class DeskMeter : IDisposable
{
    public const string Name = "ChatSupport";

    /// <summary>Whoever collects figures waits for ten seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Meter meter;
    private readonly Counter<long> acts;
    private readonly Store store;
    private readonly DeskClock clock;
    private readonly TimeProvider time;
    private volatile Figures? figures = new(0, 0, 0, 0, 0, []);

    public DeskMeter(ServiceDesk desk, Store store, DeskClock clock, DoorNotices notices, TimeProvider time)
    {
        (this.store, this.clock, this.time) = (store, clock, time);
        meter = new Meter(new MeterOptions(Name) { Scope = this });
        acts = meter.CreateCounter<long>("chatsupport.acts", description: "What people asked of the desk, by door and by what came of it.");
        meter.CreateObservableGauge("chatsupport.sweep.lateness", () => Seen(its => its.SweepLateness), "s",
            description: "How long the most overdue thing has been waiting to be decided by itself; near zero when all is well.");
        meter.CreateObservableGauge("chatsupport.overdue.oldest.age", () => Seen(its => its.OldestOverdue), "s",
            description: "How long ago the earliest deadline passed among the tickets that still wait for a first response.");
        meter.CreateObservableGauge("chatsupport.undelivered.oldest.age", () => Seen(its => its.OldestUndelivered), "s",
            description: "How long the oldest message that is neither sent nor given up has been waiting.");
        meter.CreateObservableGauge("chatsupport.delivery.lateness", () => Seen(its => its.DeliveryLateness), "s",
            description: "How long the message that could have been sent longest has been waiting for any instance to take it; near zero when all is well.");
        meter.CreateObservableGauge("chatsupport.page.unanswered.oldest.age", () => Seen(its => its.OldestPage), "s",
            description: "For how long somebody has been woken for a critical ticket that nobody has taken.");
        meter.CreateObservableGauge("chatsupport.door.failing", () => notices.Failing.Select(trouble => trouble.Way).Distinct().Select(way => new Measurement<int>(1, new KeyValuePair<string, object?>("way", way))),
            description: "Ways by which nothing gets through.");
        meter.CreateObservableGauge("chatsupport.store.answers", () => figures is null ? 0 : 1,
            description: "1 while the store can be read; while it cannot, the figures that are read off it are missing.");
        meter.CreateObservableGauge("chatsupport.tickets.open", OpenByStatus, description: "Open tickets by status.");
        desk.Answered += Count;
    }

    /// <summary>Looks at the store for what is not counted as it happens. While it is away nothing is known of that: an old figure would pass for a good one.</summary>
    public async Task Refresh(CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Patience);
        try
        {
            figures = await Look(limit.Token).WaitAsync(limit.Token);
        }
        catch (Exception away) when (away is StoreUnavailableException || (away is OperationCanceledException && !stop.IsCancellationRequested))
        {
            figures = null;
        }
    }

    public void Dispose() => meter.Dispose();

    private Task<Figures> Look(CancellationToken stop) => store.Read(async reader =>
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var awaited = (await reader.FindTickets(Awaited)).Items;
        return new Figures(
            Age(await reader.OldestNextDue()),
            Age(awaited is [{ DueAt: var due }, ..] ? due : null),
            Age(await reader.OldestUndelivered()),
            Age(await reader.OldestUnclaimed(now), now),
            Age(awaited.Min(row => PagedSince(row.ToTicket()))),
            await reader.CountOpenTickets());
    }, stop);

    private IEnumerable<Measurement<double>> Seen(Func<Figures, double> figure) => figures is { } its ? [new(figure(its))] : [];

    /// <summary>Those that wait for a first response, the most urgent first: whoever is paged about is among them.</summary>
    private static TicketQuery Awaited => new(Status: nameof(Status.Open), OpenOnly: true, Order: TicketOrder.Deadline, Limit: 100);

    private void Count(Origin origin, Answer answer) => acts.Add(
        1, new("door", JsonName(origin.Door)), new("outcome", answer switch
        {
            Answer.Accepted { IsRepeat: true } => "repeated",
            Answer.Accepted => "accepted",
            _ => "refused",
        }));

    private static string JsonName(Door door) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(door.ToString());

    private IEnumerable<Measurement<long>> OpenByStatus() =>
        figures is not { Open: var open } ? [] :
        from status in Enum.GetNames<Status>()
        where status != nameof(Status.Closed)
        select new Measurement<long>(
            open.FirstOrDefault(count => count.Status == status)?.Tickets ?? 0, new KeyValuePair<string, object?>("status", status));

    /// <summary>How long ago; zero when it is still to come, or never was.</summary>
    private double Age(Instant? since) => Age(since, clock.Now);

    private static double Age(Instant? since, Instant now) => since is { } at ? Math.Max(0, (now - at).TotalSeconds) : 0;

    private static Instant? PagedSince(Ticket ticket) => ticket.IsPaged() && ticket.Pager is { Last: not null } pager ? pager.From : null;

    private sealed record Figures(
        double SweepLateness, double OldestOverdue, double OldestUndelivered, double DeliveryLateness, double OldestPage, IReadOnlyList<OpenTickets> Open);
}
