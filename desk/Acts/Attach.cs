using System.Collections.Immutable;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Desk.Acts;

/// <summary>Files that came with an earlier comment and took their time.</summary>
/// <param name="Files">Already stored; the limits are those of <see cref="Attachments"/>.</param>
public sealed record Attach(ImmutableArray<Attached> Files) : TicketAct
{
    internal override Decision Decide(Case it) =>
        it.Allows(it.Actor.IsEngineer ? Trigger.Answer : Trigger.Reply) ?? Attachments.Objection(it.Ticket, Files) ?? Records([.. Files]);
}
