using ChatSupport.Bot.Playground.Queue;
using ChatSupport.Desk;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using NodaTime;

namespace ChatSupport.Bot.Playground.Page;

/// <summary>What the playground shows to one reader at one instant.</summary>
/// <param name="NextDue">When something happens by itself next; null when nothing is to come.</param>
/// <param name="Rows">By deadline, an objective counting as one, those without at the end.</param>
/// <param name="IsCut">There are more rows than a page shows.</param>
/// <param name="Sent">The latest message first.</param>
public sealed record PlaygroundView(
    Tongue Tongue, Instant Now, bool ClockRuns, Instant? NextDue, IReadOnlyList<QueueRow> Rows, bool IsCut, IReadOnlyList<DemoOutboxRow> Sent, Directory Cast)
{
    private const int MostRows = 100;
    private const int MostMessages = 20;
    private static readonly TicketQuery ByDeadline = new(OpenOnly: true, Order: TicketOrder.Deadline, Limit: MostRows);

    public required Seating Seating { get; init; }

    internal static async Task<PlaygroundView> Load(
        Store store, Directory directory, DemoClock clock, Tongue tongue, Seating seating, CancellationToken stop)
    {
        var (page, next, sent) = await store.Read(async reader => (
            await reader.FindTickets(ByDeadline), await reader.OldestNextDue(), await reader.LatestOfDemoOutbox(MostMessages)), stop);
        var now = clock.Now;
        return new PlaygroundView(
            tongue, now, clock.IsRunning, next,
            [.. page.Items.Select(row => QueueRow.Of(row.ToTicket(), directory, now)).OrderBy(row => row.DueAt ?? Instant.MaxValue)],
            page.Next is not null, sent, directory)
        {
            Seating = seating,
        };
    }
}
