using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Following;

/// <summary>A chat in which tickets are followed: how a card is shown there, changed where it stands, and something said under it.</summary>
internal interface IBoard
{
    Way Way { get; }

    /// <summary>Shows the card of a ticket at a place, as the ticket stands now.</summary>
    /// <returns>What came of it, and where the card stands if it does.</returns>
    Task<(Sending Came, Spot? At)> Post(Place place, Ticket ticket, CancellationToken stop);

    /// <returns>Null when the card is no longer there, or its conversation is closed to us.</returns>
    Task<Sending?> Change(PostRow card, Place place, Ticket ticket, CancellationToken stop);

    Task<(Sending Came, Spot? At)> Tell(PostRow card, Place place, Ticket ticket, Happening about, CancellationToken stop);
}

/// <summary>Where a message came to stand.</summary>
internal sealed record Spot(string Conversation, string Message);
