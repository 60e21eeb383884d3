using ChatSupport.Desk;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Following;

/// <summary>Keeps a ticket's card true at a place: posted once, then changed where it stands.</summary>
internal sealed class CardPoster(IBoard board, Store store) : ILetter
{
    public string Notice => Place.CardOf(board.Way);

    public async Task<Sending> Send(OutboxRow row, CancellationToken stop)
    {
        var place = Place.Parse(board.Way, row.Recipient)!;
        var (ticket, posted) = await store.Read(async reader => (
            (await reader.LoadTicket(row.TicketId!.Value))!.ToTicket(),
            await reader.Posts(row.TicketId.Value, row.Way, place.Side.ToString(), seq: 0)), stop);
        return posted is [] ? await Post(place, ticket, stop) : await Change(place, ticket, posted, stop);
    }

    private async Task<Sending> Post(Place place, Ticket ticket, CancellationToken stop)
    {
        var (came, at) = await board.Post(place, ticket, stop);
        if (at is not null)
            await store.Write(session => session.AddPost(new PostRow(
                board.Way.ToString(), place.Realm, at.Conversation, at.Message, ticket.Id, place.Side.ToString(), Seq: 0)), CancellationToken.None);
        return came;
    }

    /// <summary>A card that somebody deleted, or whose conversation was closed, is forgotten: the ticket gets a new one.</summary>
    private async Task<Sending> Change(Place place, Ticket ticket, List<PostRow> posted, CancellationToken stop)
    {
        var gone = 0;
        foreach (var post in posted)
        {
            var came = await board.Change(post, place, ticket, stop);
            if (came is null)
                gone += await store.Write(session => session.ForgetPost(post), CancellationToken.None);
            else if (came is not Sending.Sent)
                return came;
        }
        return gone == posted.Count ? await Post(place, ticket, stop) : new Sending.Sent();
    }
}
