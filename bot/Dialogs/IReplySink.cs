using ChatSupport.Desk;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Dialogs;

/// <summary>
/// Where a door keeps the replies of a turn, in the turn's own transaction: a chat door enqueues them, the portal adds them to its
/// transcript. What was kept is durable together with everything that the turn did; a turn that is run again keeps them again.
/// </summary>
public interface IReplySink
{
    Door Door { get; }

    /// <summary>Keeps what was said, before it is decided what it leads to.</summary>
    /// <param name="visit">The transaction, and the instant of the turn.</param>
    ValueTask Hear(Visit visit, Turn turn) => default;

    /// <param name="visit">The transaction, and the instant of the turn.</param>
    /// <param name="turn">Its person is spoken to in their language.</param>
    ValueTask Keep(Visit visit, Turn turn, IReadOnlyList<Reply> replies);
}
