using ChatSupport.Bot.Dialogs;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Following;

/// <summary>A chat in which tickets are followed: how a card is shown there, changed where it stands, and something said under it.</summary>
internal interface IBoard
{
    Way Way { get; }

    /// <returns>What came of it, and where it stands if it does.</returns>
    Task<(Sending Came, Spot? At)> Post(Place place, Shown shown, CancellationToken stop);

    /// <returns>Null when the message is no longer there, or its conversation is closed to us.</returns>
    Task<Sending?> Change(PostRow message, Place place, Shown shown, CancellationToken stop);

    Task<(Sending Came, Spot? At)> Tell(PostRow card, Place place, Ticket ticket, Happening about, CancellationToken stop);
}

/// <summary>What is shown at a place and kept true there: a ticket's card, as the ticket stands now.</summary>
/// <param name="Instead">Said instead of it: a notice of which this ticket is but the first.</param>
internal sealed record Shown(Ticket Ticket, Func<Tongue, IReadOnlyList<Reply>>? Instead = null);

/// <summary>Where a message came to stand.</summary>
internal sealed record Spot(string Conversation, string Message);
