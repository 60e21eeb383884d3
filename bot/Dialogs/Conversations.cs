using ChatSupport.Bot.Sharing;
using ChatSupport.Desk;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Dialogs;

/// <summary>
/// The conversation behind every chat door. A turn is one transaction: its delivery, what it did to tickets, where the dialog now
/// stands, and the replies that its door keeps. What is returned is durable.
/// </summary>
public sealed class Conversations(ServiceDesk desk, IEnumerable<IReplySink> sinks, TurnLocks? turns = null)
{
    /// <summary>Two turns of one conversation rarely meet, and each time one of them gets through.</summary>
    private const int Attempts = 20;

    private readonly Dictionary<Door, IReplySink> sinks = sinks.ToDictionary(sink => sink.Door);

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
                return await desk.Receive(visit => Take(turn, visit), stop);
            }
            catch (TurnOvertakenException) when (attempt < Attempts)
            {
                // The other turn is committed: this one is decided again on what it left.
            }
        }
    }

    private async ValueTask<IReadOnlyList<Reply>> Take(Turn turn, Visit visit)
    {
        if (await visit.Store.TryDeliver(turn.Delivery, bodyHash: "", visit.Now) is not null)
            return [];

        var before = await visit.Store.LoadDialog(turn.Conversation);
        var who = visit.Directory.Person(turn.Who.Id) ?? turn.Who;
        var context = new TurnContext(turn, who, visit, before, await visit.Store.LanguageOf(who));
        await Reception.Take(context);
        if (sinks.TryGetValue(turn.Door, out var sink))
            await sink.Keep(visit, turn, context.Replies);
        await Save(context, before);
        return context.Replies;
    }

    private static async ValueTask Save(TurnContext context, DialogRow? before)
    {
        var after = ConversationJson.Write(context.State);
        if (after == (before?.State ?? ConversationJson.Write(new())))
            return;
        if (!await context.Visit.Store.SaveDialog(context.Turn.Conversation, before?.Version ?? 0, after, context.Now))
            throw new TurnOvertakenException();
    }

    private sealed class TurnOvertakenException : Exception;
}
