using ChatSupport.Desk.Tickets;

namespace ChatSupport.Desk.Acts;

/// <summary>The ticket does not concern the Services: it is closed at once, with the reason (R42, D23, E43).</summary>
public sealed record MarkOutOfScope(string? Reason) : TicketAct
{
    internal override Decision Decide(Case it) =>
        it.Allows(Trigger.OutOfScope)
        ?? Needs("comment", Reason, out var reason)
        ?? Records(new Closed(Closure.OutOfScope, reason));
}
