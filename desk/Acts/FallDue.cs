using ChatSupport.Desk.Tickets;
using NodaTime;

namespace ChatSupport.Desk.Acts;

/// <summary>What falls due by itself is decided before any other act on the ticket, each thing at its own instant.</summary>
internal static class FallDue
{
    /// <summary>The next thing that is due at <paramref name="it"/>'s now, as it will stand in the timeline; null when nothing is.</summary>
    public static Happening? Decide(Case it) =>
        it.Ticket.Next(it.Directory, it.Now) is { } item && item.From <= it.Now
            ? new Happening(it.Ticket.Version + 1, Instant.Max(item.At, it.Ticket.UpdatedAt), Actor.Desk.Id, Door.Desk, item.What)
            : null;
}
