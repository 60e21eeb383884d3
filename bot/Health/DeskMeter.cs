using System.Diagnostics.Metrics;
using ChatSupport.Desk;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using NodaTime;

namespace ChatSupport.Bot.Health;

/// <summary>
/// What an operator watches. The instruments are those of .NET, so that its own tools can read them too; <see cref="Exposition"/> writes
/// them for Prometheus. Ages are by the desk's clock, as the instants that they are counted from.
/// </summary>
internal sealed class DeskMeter : IDisposable
{
    private readonly Counter<long> acts;
    private readonly Store store;
    private readonly DeskClock clock;
    private volatile Figures figures = new(0, 0, 0, []);

    public DeskMeter(ServiceDesk desk, Store store, DeskClock clock)
    {
        (this.store, this.clock) = (store, clock);
        acts = Meter.CreateCounter<long>("chatsupport.acts");
        Meter.CreateObservableGauge("chatsupport.sweep.lateness", () => figures.SweepLateness, "s");
        Meter.CreateObservableGauge("chatsupport.overdue.oldest.age", () => figures.OldestOverdue, "s");
        Meter.CreateObservableGauge("chatsupport.undelivered.oldest.age", () => figures.OldestUndelivered, "s");
        Meter.CreateObservableGauge("chatsupport.tickets.open", () => Enum.GetValues<Status>().Where(status => status != Status.Closed).Select(CountOf));
        desk.Answered += Count;
    }

    public Meter Meter { get; } = new("ChatSupport");

    /// <summary>Looks at the store for what is not counted as it happens.</summary>
    public async Task Refresh(CancellationToken stop) => figures = await store.Read(async reader => new Figures(
        Age(await reader.OldestNextDue()),
        Age((await reader.FindTickets(AwaitingAnswer)).Items is [{ DueAt: var due }] ? due : null),
        Age(await reader.OldestUndelivered()),
        await reader.CountOpenTickets()), stop);

    public void Dispose() => Meter.Dispose();

    private static TicketQuery AwaitingAnswer => new(Status: nameof(Status.Open), OpenOnly: true, Order: TicketOrder.Deadline, Limit: 1);

    private void Count(Origin origin, Answer answer) => acts.Add(
        1, new("door", JsonName(origin.Door)), new("outcome", answer switch
        {
            Answer.Accepted { IsRepeat: true } => "repeated",
            Answer.Accepted => "accepted",
            _ => "refused",
        }));

    private static string JsonName(Door door) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(door.ToString());

    private Measurement<long> CountOf(Status status) => new(
        figures.Open.FirstOrDefault(count => count.Status == status.ToString())?.Tickets ?? 0, new KeyValuePair<string, object?>("status", status.ToString()));

    /// <summary>How long ago; zero when it is still to come, or never was.</summary>
    private double Age(Instant? since) => since is { } at ? Math.Max(0, (clock.Now - at).TotalSeconds) : 0;

    private sealed record Figures(double SweepLateness, double OldestOverdue, double OldestUndelivered, IReadOnlyList<OpenTickets> Open);
}
