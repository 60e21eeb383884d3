using ChatSupport.Desk;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Portal.Declaring;

/// <summary>The published incidents as a contact sees them before declaring their own.</summary>
internal sealed class KnownList(Store store, ServiceDesk desk)
{
    public Task<IReadOnlyList<Known>> For(Contact contact) => store.Read<IReadOnlyList<Known>>(async reader =>
    {
        var all = new List<Known>();
        foreach (var incident in await reader.PublishedIncidents())
            all.Add(new Known(incident, (await reader.LoadTicket(incident.TicketId))?.ToTicket().Publication?.IsFollowedBy(contact.Id) == true));
        return all;
    });

    /// <returns>False when it ended meanwhile.</returns>
    public Task<bool> Follow(long published, Contact contact) => desk.Receive(visit => visit.Follow(published, contact, Door.Web));
}

/// <param name="IsFollowed">By the contact who looks.</param>
public sealed record Known(PublishedRow Incident, bool IsFollowed);
