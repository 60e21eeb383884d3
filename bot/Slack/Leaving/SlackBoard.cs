using ChatSupport.Bot.Following;
using ChatSupport.Bot.Slack.Cards;
using ChatSupport.Bot.Slack.Client;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Slack.Leaving;

/// <summary>Tickets are followed in Slack by a message in a channel or a direct conversation, and its thread.</summary>
internal sealed class SlackBoard(Posting posting, TicketCards cards, LiveDirectory directory) : IBoard
{
    public Way Way => Way.Slack;

    public async Task<(Sending Came, Spot? At)> Post(Place place, Ticket ticket, CancellationToken stop)
    {
        var (answer, at) = await posting.Post(place.Realm, place.Conversation, await cards.At(place, ticket, stop), stop);
        return (answer.ToSending(), at);
    }

    public async Task<Sending?> Change(PostRow card, Place place, Ticket ticket, CancellationToken stop)
    {
        var answer = await posting.Change(card.Realm, card.Conversation, card.Message, await cards.At(place, ticket, stop), stop);
        return answer is ApiAnswer.Failed { IsGone: true } or ApiAnswer.Failed { IsClosed: true } ? null : answer.ToSending();
    }

    public async Task<(Sending Came, Spot? At)> Tell(PostRow card, Place place, Ticket ticket, Happening about, CancellationToken stop)
    {
        var message = Telling.Of(about, directory.Current, await cards.TongueAt(place, ticket, stop));
        var (answer, at) = await posting.Post(card.Realm, card.Conversation, message, stop, under: card.Message, loudly: Telling.IsLoud(about.What));
        return (answer.ToSending(), at);
    }
}
