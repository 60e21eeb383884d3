using ChatSupport.Desk.Tickets;

namespace ChatSupport.Desk.Acts;

/// <summary>Asks the client for information: In progress → On hold until they answer (R57, R58).</summary>
public sealed record Hold(string? Question) : TicketAct
{
    internal override Decision Decide(Case it) =>
        it.Allows(Trigger.Hold)
        ?? Proposes("comment", Question, it.Proposal("Acts.Question"), out var question)
        ?? Records(new Held(question));
}
