using ChatSupport.Desk.Tickets;

namespace ChatSupport.Desk.Acts;

/// <summary>An internal note; no client ever reads it.</summary>
public sealed record Note(string? Text) : TicketAct
{
    internal override Decision Decide(Case it) =>
        it.Allows(Trigger.Note) ?? Needs("comment", Text, out var text) ?? Records(new Noted(text));
}
