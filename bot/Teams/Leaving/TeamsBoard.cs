using ChatSupport.Bot.Dialogs.Acting;
using ChatSupport.Bot.Following;
using ChatSupport.Bot.Language;
using ChatSupport.Bot.Teams.Cards;
using ChatSupport.Bot.Teams.Client;
using ChatSupport.Bot.Teams.Kit;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Teams.Leaving;

/// <summary>Tickets are followed in Teams by a thread of a channel, or by messages in a chat.</summary>
internal sealed class TeamsBoard(Posting posting, TicketCards cards, LiveDirectory directory) : IBoard
{
    public Way Way => Way.Teams;

    public async Task<(Sending Came, Spot? At)> Post(Place place, Shown shown, CancellationToken stop)
    {
        var (answer, at) = await posting.Post(place, OutgoingActivity.Card(await Card(place, shown, stop)), stop);
        return (answer.ToSending(), at);
    }

    public async Task<Sending?> Change(PostRow message, Place place, Shown shown, CancellationToken stop)
    {
        var card = await Card(place, shown, stop);
        var answer = await posting.Change(message.Realm, new Spot(message.Conversation, message.Message), OutgoingActivity.Card(card), stop);
        return answer is ConnectorAnswer.Refused { IsGone: true } or ConnectorAnswer.Refused { IsShutOut: true } ? null : answer.ToSending();
    }

    public async Task<(Sending Came, Spot? At)> Tell(PostRow card, Place place, Ticket ticket, Happening about, CancellationToken stop)
    {
        var (_, tongue, clock) = await cards.HearerAt(place, ticket, stop);
        var words = BotText.Say("Teams.Told", ticket.Reference, NameOf(about.By, tongue), HappeningWords.What(about.What, who => NameOf(who, tongue))).In(tongue, clock);
        var (answer, at) = await posting.Say(card.Realm, card.Conversation, OutgoingActivity.Words(words, tongue), stop);
        return (answer.ToSending(), at);
    }

    private async Task<AdaptiveCard> Card(Place place, Shown shown, CancellationToken stop)
    {
        if (shown.Instead is { } instead)
        {
            var spoken = (await cards.HearerAt(place, shown.Ticket, stop)).Tongue;
            return ReplyCard.Of(instead(spoken), new Dictionary<string, TicketView>(StringComparer.Ordinal), spoken);
        }
        var (view, tongue) = await cards.At(place, shown.Ticket, stop);
        return view.ToCard(tongue);
    }

    private string NameOf(string who, Tongue tongue) =>
        (who == Actor.Desk.Id ? BotText.Say("Dialogs.TheDesk") : directory.Current.Recipient(who)).In(tongue);
}
