using ChatSupport.Bot.Sharing;
using ChatSupport.Desk;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Dialogs;

/// <summary>
/// The conversation behind every chat door. A turn is one transaction: its delivery, what it did to tickets, where the dialog now
/// stands, and the replies that its door keeps. What is returned is durable. A turn that only moves its conversation on is thought
/// through before, beside whoever is writing, and written if the conversation still stands where it stood.
/// </summary>
public sealed class Conversations(ServiceDesk desk, IEnumerable<IReplySink> sinks, TurnLocks? turns = null)
{
    /// <summary>Two turns of one conversation rarely meet, and each time one of them gets through.</summary>
    private const int Attempts = 20;

    private readonly Dictionary<Door, IReplySink> sinks = sinks.ToDictionary(sink => sink.Door);
    private readonly LatestStates latest = new();

    /// <summary>
    /// Takes one turn. A repeated delivery has no second effect and no replies: its door has had them, and kept them if it has a
    /// <see cref="IReplySink"/>. Two turns at once in one conversation are taken one after the other.
    /// </summary>
    /// <exception cref="StoreUnavailableException">Nothing happened; the same turn may be taken again.</exception>
    public async Task<IReadOnlyList<Reply>> Take(Turn turn, CancellationToken stop = default)
    {
        await using var turnOfOurs = turns is null ? null : await turns.Enter(turn.Conversation, stop);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var thought = await ThinkAhead(turn, stop);
                return await desk.Receive(visit => Take(turn, thought, visit), stop);
            }
            catch (TurnOvertakenException) when (attempt < Attempts)
            {
                // The other turn is committed: this one is decided again on what it left.
            }
        }
    }

    /// <returns>Null when the turn wants to change more than its conversation, or most likely will.</returns>
    private async Task<Thought?> ThinkAhead(Turn turn, CancellationToken stop)
    {
        if (latest.IsReadBack(turn.Conversation))
            return null;
        try
        {
            return await desk.Look(glance => Think(turn, glance), stop);
        }
        catch (MoreThanAGlanceException)
        {
            return null;
        }
    }

    private async ValueTask<Thought> Think(Turn turn, Glance desk)
    {
        var before = await desk.Store.LoadDialog(turn.Conversation);
        var who = desk.Directory.Person(turn.Who.Id) ?? turn.Who;
        var context = new TurnContext(turn, who, desk, before, latest.Of(before), await desk.Store.LanguageOf(who));
        await Reception.Take(context);
        var after = ConversationJson.Write(context.State);
        latest.Keep(turn.Conversation, after, context.State);
        return new Thought(before, after, context.Replies);
    }

    private async ValueTask<IReadOnlyList<Reply>> Take(Turn turn, Thought? ahead, Visit visit)
    {
        if (await visit.Store.TryDeliver(turn.Delivery, bodyHash: "", visit.Now) is not null)
            return [];

        var thought = ahead ?? await Think(turn, visit);
        if (sinks.TryGetValue(turn.Door, out var sink))
            await sink.Keep(visit, turn, thought.Replies);
        if (thought.MovesOn && !await visit.Store.SaveDialog(turn.Conversation, thought.Before?.Version ?? 0, thought.After, visit.Now))
            throw new TurnOvertakenException();
        return thought.Replies;
    }

    /// <summary>What a turn leads to.</summary>
    /// <param name="After">Where the conversation stands then.</param>
    private sealed record Thought(DialogRow? Before, string After, IReadOnlyList<Reply> Replies)
    {
        private static readonly string Beginning = ConversationJson.Write(new());

        public bool MovesOn => After != (Before?.State ?? Beginning);
    }

    private sealed class TurnOvertakenException : Exception;
}
