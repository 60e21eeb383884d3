using ChatSupport.Bot.Dialogs;
using ChatSupport.Desk;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Slack.Leaving;

/// <summary>Keeps the replies of a turn as messages that are to leave, in the turn's own transaction: a card by itself, the rest together.</summary>
internal sealed class ReplySink : IReplySink
{
    public Door Door => Door.Slack;

    public async ValueTask Keep(Visit visit, Turn turn, IReadOnlyList<Reply> replies)
    {
        if (SlackAddress.Parse(turn.Conversation) is not { Channel: { } channel } address)
            return;
        var under = turn.About is { } reference ? await ThreadOf(visit.Store, reference, channel) : null;
        var together = new List<Reply>();
        foreach (var reply in replies)
        {
            if (reply is not Reply.Card { Reference: var shown })
            {
                together.Add(reply);
                continue;
            }
            if (address.IsPrivate || await StandsHere(visit, shown, turn.Who))
                continue;
            await Enqueue();
            together.Add(reply);
            await Enqueue();
        }
        await Enqueue();

        async ValueTask Enqueue()
        {
            if (together.Count == 0)
                return;
            await visit.Store.Enqueue(new Said(turn.Conversation, turn.Who.Id, turn.Who.Tongue, under, [.. together]).ToRow(visit.Now));
            together.Clear();
        }
    }

    /// <summary>What this turn changed, and is followed in this very conversation, shows itself there.</summary>
    private static async ValueTask<bool> StandsHere(Visit visit, string reference, Person who) =>
        visit.Changed.FirstOrDefault(ticket => ticket.Reference == reference) is { } changed && changed.Contact == who.Id
        && (await visit.PlacesOf(changed)).Any(place => place is { Way: Way.Slack, Side: Side.Client, IsDirect: true });

    private static async ValueTask<string?> ThreadOf(Session session, string reference, string channel)
    {
        if (await session.LoadTicket(reference) is not { } ticket)
            return null;
        foreach (var side in Enum.GetValues<Side>())
            foreach (var card in await session.Posts(ticket.Id, nameof(Way.Slack), side.ToString(), seq: 0))
                if (card.Conversation == channel)
                    return card.Message;
        return null;
    }
}
