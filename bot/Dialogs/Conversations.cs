using ChatSupport.Bot.Sharing;
using ChatSupport.Desk;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
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
                var taken = await desk.Receive(visit => Take(turn, thought, visit), stop);
                if (taken.Left is { } left)
                    latest.Keep(left);
                return taken.Replies;
            }
            catch (TurnOvertakenException) when (attempt < Attempts)
            {
                // The other turn is committed: this one is decided again on what it left.
                latest.Forget(turn.Conversation);
            }
        }
    }

    /// <returns>Null when the turn wants to change more than its conversation; to whom all was read back mostly sends it.</returns>
    private async Task<Thought?> ThinkAhead(Turn turn, CancellationToken stop)
    {
        var left = latest.Of(turn.Conversation);
        if (left is { State.Draft.IsReadBack: true })
            return null;
        try
        {
            return await desk.Look(async glance =>
            {
                var who = WhoIn(turn, glance);
                if (desk.IsAlone && left is not null)
                    return await Think(turn, who, glance, left, await glance.Store.LanguageOf(who));
                var (row, tongue) = await glance.Store.Together(reader => reader.LoadDialog(turn.Conversation), reader => reader.LanguageOf(who));
                return latest.Of(row) is { State.Draft.IsReadBack: true } ? null : await Think(turn, who, glance, latest.Of(row), tongue);
            }, stop);
        }
        catch (MoreThanAGlanceException)
        {
            return null;
        }
    }

    private static Person WhoIn(Turn turn, Glance desk) => desk.Directory.Person(turn.Who.Id) ?? turn.Who;

    private static async ValueTask<Thought> Think(Turn turn, Person who, Glance desk, Left? before, Tongue tongue)
    {
        var context = new TurnContext(turn, who, desk, before, tongue);
        await Reception.Take(context);
        return new Thought(before, context.State, ConversationJson.Write(context.State), context.Replies, context.Tongue);
    }

    private async ValueTask<Taken> Take(Turn turn, Thought? ahead, Visit visit)
    {
        if (await visit.Store.TryDeliver(turn.Delivery, bodyHash: "", visit.Now) is not null)
            return new([], null);

        // What is asked for the sake of the replies is asked before a ticket has its number: others wait for theirs from then on.
        var sink = sinks.GetValueOrDefault(turn.Door);
        if (sink is not null)
            await sink.Hear(visit, turn);
        var thought = ahead ?? await Think(turn, visit);
        if (sink is not null)
            await sink.Keep(visit, turn with { Who = turn.Who with { Tongue = thought.Tongue } }, thought.Replies);
        if (!thought.MovesOn)
            return new(thought.Replies, thought.Before);

        var version = thought.Before?.Row.Version ?? 0;
        if (ahead is null && thought.Before is { Row: { } held })
            await visit.Store.SaveHeldDialog(held, thought.After, visit.Now);
        else if (!await visit.Store.SaveDialog(turn.Conversation, version, thought.After, visit.Now))
            throw new TurnOvertakenException();
        return new(thought.Replies, new(new DialogRow(turn.Conversation, version + 1, thought.After, visit.Now), thought.State));
    }

    private async ValueTask<Thought> Think(Turn turn, Visit visit)
    {
        var who = WhoIn(turn, visit);
        var (row, tongue) = await visit.Store.Together(_ => visit.Store.HoldDialog(turn.Conversation), reader => reader.LanguageOf(who));
        return await Think(turn, who, visit, latest.Of(row), tongue);
    }

    /// <summary>What a turn leads to.</summary>
    /// <param name="State">Where the conversation stands then, and <paramref name="After"/> as the store keeps it.</param>
    private sealed record Thought(Left? Before, ConversationState State, string After, IReadOnlyList<Reply> Replies, Tongue Tongue)
    {
        private static readonly string Beginning = ConversationJson.Write(new());

        public bool MovesOn => After != (Before?.Row.State ?? Beginning);
    }

    /// <param name="Left">Where the conversation was left; null when it did not begin, or is not known.</param>
    private sealed record Taken(IReadOnlyList<Reply> Replies, Left? Left);

    private sealed class TurnOvertakenException : Exception;
}
