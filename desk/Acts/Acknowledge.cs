using ChatSupport.Desk.Tickets;

namespace ChatSupport.Desk.Acts;

/// <summary>
/// An engineer takes the ticket: a first comment and Open → In progress in one act (R49). Whoever comes second is told who was first.
/// Without a comment the desk's own first answer is given (E27).
/// </summary>
public sealed record Acknowledge(string? Comment) : TicketAct
{
    internal override Decision Decide(Case it) =>
        AlreadyTaken(it)
        ?? it.Allows(Trigger.Acknowledge)
        ?? Proposes("comment", Comment, it.Proposal("Acts.FirstAnswer"), out var comment)
        ?? Records(new Acknowledged(comment));

    private static Decision? AlreadyTaken(Case it) =>
        it.Ticket is { Status: not Status.Closed, AcknowledgedBy: { } first, AcknowledgedAt: var at } && it.Actor.IsEngineer
            ? NotNow("Refusals.AlreadyTaken", it.Ticket.Reference, it.NameOf(first), at)
            : null;
}
