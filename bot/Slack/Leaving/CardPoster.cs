using ChatSupport.Bot.Slack.Cards;
using ChatSupport.Bot.Slack.Client;
using ChatSupport.Bot.Slack.Wire;
using ChatSupport.Desk;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Slack.Leaving;

/// <summary>Keeps a ticket's card true at a place: posted once, then changed where it stands.</summary>
internal sealed class CardPoster(Posting posting, TicketCards cards, Store store) : ILetter
{
    public string Notice => Place.CardOf(Way.Slack);

    public async Task<Sending> Send(OutboxRow row, CancellationToken stop)
    {
        var place = Place.Parse(Way.Slack, row.Recipient)!;
        var (ticket, posted) = await store.Read(async reader => (
            (await reader.LoadTicket(row.TicketId!.Value))!.ToTicket(),
            await reader.Posts(row.TicketId.Value, row.Way, place.Side.ToString(), seq: 0)), stop);
        return posted is [] ? await Post(place, ticket, stop) : await Change(place, ticket, posted, stop);
    }

    private async Task<Sending> Post(Place place, Ticket ticket, CancellationToken stop)
    {
        var (answer, channel) = await posting.Post(place.Realm, place.Conversation, await cards.At(place, ticket, stop), stop);
        if (answer is not ApiAnswer.Ok { Json: var json } || json.Text("ts") is not { } ts)
            return answer.ToSending();
        await store.Write(session => session.AddPost(new PostRow(
            nameof(Way.Slack), place.Realm, json.Text("channel") ?? channel, ts, ticket.Id, place.Side.ToString(), Seq: 0)), CancellationToken.None);
        return new Sending.Sent(ts);
    }

    /// <summary>A card that somebody deleted, or whose channel was closed, is forgotten: the ticket gets a new one.</summary>
    private async Task<Sending> Change(Place place, Ticket ticket, List<PostRow> posted, CancellationToken stop)
    {
        var message = await cards.At(place, ticket, stop);
        var gone = 0;
        foreach (var post in posted)
        {
            var answer = await posting.Change(post.Realm, post.Conversation, post.Message, message, stop);
            if (answer is ApiAnswer.Failed { IsGone: true } or ApiAnswer.Failed { IsClosed: true })
                gone += await store.Write(session => session.ForgetPost(post), CancellationToken.None);
            else if (answer is not ApiAnswer.Ok)
                return answer.ToSending();
        }
        return gone == posted.Count ? await Post(place, ticket, stop) : new Sending.Sent();
    }
}
