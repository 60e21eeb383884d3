using ChatSupport.Desk.Tickets;

namespace ChatSupport.Desk.Acts;

/// <summary>The client confirms the resolution, or an engineer records that they did (R80, E40): Resolved → Closed.</summary>
public sealed record Confirm(string? Comment) : TicketAct
{
    internal override Decision Decide(Case it) =>
        it.Allows(Trigger.Confirm)
        ?? Reads("comment", Comment, out var comment)
        ?? Records(new Closed(Closure.Confirmed, comment.Length == 0 ? null : comment));
}
