using ChatSupport.Desk.Tickets;

namespace ChatSupport.Desk.Acts;

/// <summary>
/// Somebody changed what they had told the other side. Both stay in the timeline: what was said and answered is not rewritten, and nothing
/// resumes because of it.
/// </summary>
/// <param name="Said">What it was, as the timeline has it.</param>
public sealed record Amend(Happening Said, string? Text) : TicketAct
{
    internal override Decision Decide(Case it) =>
        it.Allows(it.Actor.IsEngineer ? Trigger.Answer : Trigger.Reply)
        ?? (IsTheirs(it.Actor) ? null : NotNow("Refusals.NotYours", it.Ticket.Reference))
        ?? Needs("comment", Text, out var text)
        ?? Records(new Amended(Said.Seq, text));

    /// <summary>A note is none of the other side's business, and neither is what became of it.</summary>
    private bool IsTheirs(Actor actor) => Said.By == actor.Id && !Said.What.IsInternal;
}
