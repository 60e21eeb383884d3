using ChatSupport.Desk.Tickets;

namespace ChatSupport.Desk.Acts;

/// <summary>The client says that it is not solved, and why: Resolved → In progress; the initial response is not counted again (D13).</summary>
public sealed record Contest(string? Reason) : TicketAct
{
    internal override Decision Decide(Case it) =>
        it.Allows(Trigger.Contest) ?? Needs("comment", Reason, out var reason) ?? Records(new Contested(reason));
}
