using ChatSupport.Desk;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.Following;

/// <summary>Keeps a ticket's card true at a place.</summary>
internal sealed class CardPoster(IBoard board, Store store) : ILetter
{
    public string Notice => Place.CardOf(board.Way);

    public async Task<Sending> Send(OutboxRow row, CancellationToken stop)
    {
        var place = Place.Parse(board.Way, row.Recipient)!;
        var (ticket, posted) = await store.Read(async reader => (
            (await reader.LoadTicket(row.TicketId!.Value))!.ToTicket(),
            await reader.Posts(row.TicketId.Value, row.Way, place.Side.ToString(), seq: 0)), stop);
        return await board.Keep(store, place, new Shown(ticket), posted, place.Side.ToString(), seq: 0, stop);
    }
}
