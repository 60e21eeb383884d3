using ChatSupport.Desk.Tickets.Paging;

namespace ChatSupport.Desk.Acts;

/// <summary>
/// What became of a page, as the phones report it: it only ever hastens the ladder. A report that comes late, twice, or about somebody
/// who was not paged has no effect.
/// </summary>
public sealed record AnswerPage(string Engineer, int Step, PageOutcome Outcome) : TicketAct
{
    internal override Decision Decide(Case it) =>
        it.Ticket.IsPaged() && it.Ticket.Pager is { } pager && pager.Last == Step && pager.Awaited.Contains(Engineer)
            ? Records(new PageAnswered(Engineer, Step, Outcome, Ladder.NextLevel(pager, it.Directory.Ladder)))
            : Records();
}
