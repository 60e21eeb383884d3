using ChatSupport.Desk;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using NodaTime;

namespace ChatSupport.Bot.Playground.Queue;

/// <summary>What the queue page shows to one reader at one instant.</summary>
/// <param name="Rows">By deadline, an objective counting as one, those without at the end.</param>
/// <param name="IsCut">There are more rows than a page shows.</param>
/// <param name="Sent">The latest mail first.</param>
public sealed record QueueView(
    Tongue Tongue, Instant Now, bool ClockRuns, Instant? NextDue, IReadOnlyList<QueueRow> Rows, bool IsCut, IReadOnlyList<DemoOutboxRow> Sent)
{
    private const int MostRows = 100;
    private const int MostMails = 20;
    private static readonly TicketQuery ByDeadline = new(OpenOnly: true, Order: TicketOrder.Deadline, Limit: MostRows);

    internal static async Task<QueueView> Load(Store store, LiveDirectory directory, DemoClock clock, Tongue tongue, CancellationToken stop)
    {
        var (page, next, sent) = await store.Read(async reader => (
            await reader.FindTickets(ByDeadline), await reader.OldestNextDue(), await reader.LatestOfDemoOutbox(MostMails)), stop);
        var now = clock.Now;
        return new QueueView(
            tongue, now, clock.IsRunning, next,
            [.. page.Items.Select(row => QueueRow.Of(row.ToTicket(), directory.Current, now)).OrderBy(row => row.DueAt ?? Instant.MaxValue)],
            page.Next is not null, sent);
    }
}
