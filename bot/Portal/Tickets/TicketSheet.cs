using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;
using NodaTime;

namespace ChatSupport.Bot.Portal.Tickets;

/// <summary>One ticket as its page shows it to one reader.</summary>
/// <param name="Timeline">As far as this reader may see it.</param>
/// <param name="Offers">What they can do now.</param>
public sealed record TicketSheet(
    Ticket Ticket, IReadOnlyList<Happening> Timeline, IReadOnlyList<Offer> Offers, Directory Directory, Instant Now)
{
    /// <summary>The act that was chosen, whose form is open.</summary>
    public Offer? Chosen { get; init; }

    /// <summary>Why what was sent was not done.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>What was sent, so that nothing of it is lost when it is refused.</summary>
    public IFormCollection Written { get; init; } = FormCollection.Empty;

    public bool CanWrite(Actor actor) => TicketLifecycle.Of(Ticket, actor).Possible.Any(trigger =>
        trigger is Trigger.Reply or Trigger.Answer || (trigger == Trigger.Acknowledge && actor.IsEngineer));

    /// <summary>Its sound is gone, its time being over.</summary>
    public bool IsErased(VoicemailLeft message) => Timeline.Any(happening => happening.What is VoicemailErased(var recording) && recording == message.Recording);

    public string NameOf(string id) => Directory.NameOf(id);

    public string NameOfClient => Directory.Client(Ticket.Client)?.Name ?? Ticket.Client;

    /// <summary>What happens by itself next to a resolved ticket: its closure.</summary>
    public Instant? ClosesAt => Ticket.ClosesAt();

    public static async Task<TicketSheet?> Of(string reference, Visitor me, ServiceDesk desk, Directory directory, Instant now) =>
        await desk.Find(reference, me.Actor) is { } ticket
            ? new TicketSheet(ticket, await desk.Timeline(ticket, me.Actor), Offer.Possible(ticket, me.Actor), directory, now)
            : null;
}
