using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;
using NodaTime;

namespace ChatSupport.Desk.Acts;

/// <summary>What an act is decided on: the ticket, who acts, when, and who is who.</summary>
internal sealed record Case(Ticket Ticket, Actor Actor, Instant Now, Directory Directory)
{
    /// <summary>May this actor do this now? Null when there is nothing to object.</summary>
    public Decision? Allows(Trigger trigger) =>
        TicketLifecycle.Of(Ticket, Actor).Refusal(trigger) is { } why ? new Refusal(RefusalKind.NotNow, why) : null;

    /// <summary>The sentence that the desk proposes when nothing was written, in the contact's language.</summary>
    public string Proposal(string key) => DeskText.Say(key, NameOf(Actor.Id), Ticket.Reference).In(ContactTongue);

    /// <summary>How a person is called in a sentence; their id when they have left the directory.</summary>
    public string NameOf(string id) => Directory.NameOf(id);

    private Tongue ContactTongue => Directory.Contact(Ticket.Contact)?.Tongue ?? Directory.Client(Ticket.Client)?.Tongue ?? Tongue.French;
}
