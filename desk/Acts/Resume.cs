using ChatSupport.Desk.Tickets;

namespace ChatSupport.Desk.Acts;

/// <summary>An engineer goes on without waiting any longer: On hold → In progress (R59).</summary>
public sealed record Resume(string? Comment) : TicketAct
{
    internal override Decision Decide(Case it) =>
        it.Allows(Trigger.Resume)
        ?? Proposes("comment", Comment, it.Proposal("Acts.Resuming"), out var comment)
        ?? Records(new Resumed(comment));
}
