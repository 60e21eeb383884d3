using System.Collections.Immutable;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Desk.Acts;

/// <summary>
/// A comment that both sides see. An engineer's first one on an open ticket is its acknowledgement (E27); a contact's one on hold
/// resumes the work (R59, E31).
/// </summary>
public sealed record Comment(string? Text) : TicketAct
{
    /// <summary>What came with it, already stored; the limits are those of <see cref="Attachments"/>.</summary>
    public ImmutableArray<Attached> Files { get; init; } = [];

    internal override Decision Decide(Case it) =>
        it.Allows(TriggerFor(it))
        ?? Attachments.Objection(it.Ticket, Files)
        ?? Needs("comment", Text, out var text)
        ?? Records([.. EventsFor(it, text), .. Files]);

    private static Trigger TriggerFor(Case it) => (it.Actor.IsEngineer, it.Ticket.Status) switch
    {
        (true, Status.Open) => Trigger.Acknowledge,
        (true, _) => Trigger.Answer,
        _ => Trigger.Reply,
    };

    private static TicketEvent[] EventsFor(Case it, string text) => (it.Actor.IsEngineer, it.Ticket.Status) switch
    {
        (true, Status.Open) => [new Acknowledged(text)],
        (true, _) => [new Answered(text)],
        (_, Status.OnHold) => [new Replied(text), new Resumed(null)],
        _ => [new Replied(text)],
    };
}
