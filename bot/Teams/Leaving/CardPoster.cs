using ChatSupport.Bot.Teams.Cards;
using ChatSupport.Bot.Teams.Client;
using ChatSupport.Desk;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Teams.Leaving;

/// <summary>Keeps a ticket's card true at a place: posted once, then changed where it stands.</summary>
internal sealed class CardPoster(Posting posting, TicketCards cards, Store store) : ILetter
{
    public string Notice => Place.CardOf(Way.Teams);

    public async Task<Sending> Send(OutboxRow row, CancellationToken stop)
    {
        var place = Place.Parse(Way.Teams, row.Recipient)!;
        var (ticket, posted) = await store.Read(async reader => (
            (await reader.LoadTicket(row.TicketId!.Value))!.ToTicket(),
            await reader.Posts(row.TicketId.Value, row.Way, place.Side.ToString(), seq: 0)), stop);
        var (view, tongue) = await cards.At(place, ticket, stop);
        var card = view.ToCard(tongue);
        return posted is [] ? await Post(place, ticket, card, stop) : await Change(place, ticket, card, posted, stop);
    }

    private async Task<Sending> Post(Place place, Ticket ticket, Kit.AdaptiveCard card, CancellationToken stop)
    {
        var (answer, at) = await posting.Post(place, OutgoingActivity.Card(card), stop);
        if (at is not null)
            await store.Write(session => session.AddPost(new PostRow(
                nameof(Way.Teams), place.Realm, at.Conversation, at.Message, ticket.Id, place.Side.ToString(), Seq: 0)), CancellationToken.None);
        return answer.ToSending();
    }

    /// <summary>A card that somebody deleted, or whose conversation was closed to us, is forgotten: the ticket gets a new one.</summary>
    private async Task<Sending> Change(Place place, Ticket ticket, Kit.AdaptiveCard card, List<PostRow> posted, CancellationToken stop)
    {
        var gone = 0;
        foreach (var post in posted)
        {
            var answer = await posting.Change(post.Realm, new Standing(post.Conversation, post.Message), OutgoingActivity.Card(card), stop);
            if (answer is ConnectorAnswer.Refused { IsGone: true } or ConnectorAnswer.Refused { IsShutOut: true })
                gone += await store.Write(session => session.ForgetPost(post), CancellationToken.None);
            else if (answer is not ConnectorAnswer.Ok)
                return answer.ToSending();
        }
        return gone == posted.Count ? await Post(place, ticket, card, stop) : new Sending.Sent();
    }
}
