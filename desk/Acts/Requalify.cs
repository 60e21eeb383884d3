using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Desk.Acts;

/// <summary>
/// Another priority (1.11.6). On an open ticket, or by a supervisor, it is decided at once; on a ticket in progress an engineer proposes
/// it and the ticket waits on hold for the client's word, after which an engineer or, in last resort, a supervisor decides (R83–R89).
/// </summary>
public sealed record Requalify(Priority? Priority, string? Reason) : TicketAct
{
    internal override Decision Decide(Case it) =>
        it.Allows(IsProposal(it) ? Trigger.Propose : Trigger.Decide)
        ?? Impossible(it)
        ?? Needs("comment", Reason, out var reason)
        ?? Records(IsProposal(it)
            ? new PriorityProposed(Priority!.Value, reason)
            : new PriorityDecided(Priority!.Value, reason, Final: it.Actor.IsSupervisor));

    private static bool IsProposal(Case it) =>
        it.Ticket is { Status: Status.InProgress, IsDisputed: false } && !it.Actor.IsSupervisor;

    private Decision? Impossible(Case it) => Priority switch
    {
        null => Invalid("priority", "Refusals.PriorityMissing"),
        { } asked when asked != asked.CappedBy(it.Ticket.Plan) => NotNow("Refusals.PlanHasNoP1", it.Ticket.Reference, it.Ticket.Plan),
        { } asked when asked == it.Ticket.Priority && !it.Ticket.IsDisputed => NotNow("Refusals.SamePriority", it.Ticket.Reference, asked),
        _ => null,
    };
}
