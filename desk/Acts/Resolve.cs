using ChatSupport.Desk.Tickets;

namespace ChatSupport.Desk.Acts;

/// <summary>A solution is found (R75): applied in production (R79), or its code available in pre-production (R77, E38).</summary>
public sealed record Resolve(Fix? Fix, string? Comment) : TicketAct
{
    internal override Decision Decide(Case it) =>
        it.Allows(Trigger.Resolve)
        ?? (Fix is null ? Invalid("fix", "Refusals.FixMissing") : null)
        ?? Proposes("comment", Comment, it.Proposal("Acts.Solution"), out var comment)
        ?? Records(new Resolved(Fix!.Value, comment));
}
