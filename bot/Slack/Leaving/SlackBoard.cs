using ChatSupport.Bot.Following;
using ChatSupport.Bot.Slack.Cards;
using ChatSupport.Bot.Slack.Client;
using ChatSupport.Bot.Slack.Kit;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Slack.Leaving;

/// <summary>Tickets are followed in Slack by a message in a channel or a direct conversation, and its thread.</summary>
internal sealed class SlackBoard(Posting posting, TicketCards cards, LiveDirectory directory) : IBoard
{
    public Way Way => Way.Slack;

    public async Task<(Sending Came, Spot? At)> Post(Place place, Shown shown, CancellationToken stop)
    {
        var (answer, at) = await posting.Post(place.Realm, place.Conversation, await Message(place, shown, stop), stop);
        return (answer.ToSending(), at);
    }

    public async Task<Sending?> Change(PostRow message, Place place, Shown shown, CancellationToken stop)
    {
        var answer = await posting.Change(message.Realm, message.Conversation, message.Message, await Message(place, shown, stop), stop);
        return answer is ApiAnswer.Failed { IsGone: true } or ApiAnswer.Failed { IsClosed: true } ? null : answer.ToSending();
    }

    public async Task<(Sending Came, Spot? At)> Tell(PostRow card, Place place, Ticket ticket, Happening about, CancellationToken stop)
    {
        var message = Telling.Of(about, directory.Current, await cards.TongueAt(place, ticket, stop));
        var (answer, at) = await posting.Post(card.Realm, card.Conversation, message, stop, under: card.Message, loudly: Telling.IsLoud(about.What));
        return (answer.ToSending(), at);
    }

    private async Task<SlackMessage> Message(Place place, Shown shown, CancellationToken stop)
    {
        if (shown.Instead is not { } instead)
            return await cards.At(place, shown.Ticket, stop);
        var tongue = await cards.TongueAt(place, shown.Ticket, stop);
        var replies = instead(tongue);
        var none = new Dictionary<string, Card>(StringComparer.Ordinal);
        return SlackMessage.Of(ReplyBlocks.Fallback(replies, none), ReplyBlocks.Of(replies, none, tongue));
    }
}
