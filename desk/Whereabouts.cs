using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Desk;

/// <summary>Where tickets are followed, as one transaction sees it: what it has asked once it does not ask again.</summary>
internal sealed class Whereabouts(Reader reader, Directory directory, IReadOnlySet<Way> ways)
{
    private readonly Dictionary<string, IReadOnlyList<ChatIdentity>> linked = new(StringComparer.Ordinal);
    private readonly Dictionary<Place, bool> known = [];

    public async ValueTask<IReadOnlyList<Place>> Of(Ticket ticket)
    {
        if (!Place.IsAnywhere(ways))
            return [];
        if (!linked.TryGetValue(ticket.Contact, out var identities))
            linked[ticket.Contact] = identities = await reader.LinkedIdentities(ticket.Contact);
        var places = new List<Place>();
        foreach (var place in Place.Of(ticket, directory, ways, identities))
        {
            if (!known.TryGetValue(place, out var canBeFollowedAt))
                known[place] = canBeFollowedAt = await reader.CanBeFollowedAt(place);
            if (canBeFollowedAt)
                places.Add(place);
        }
        return places;
    }
}
