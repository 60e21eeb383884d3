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
        var id = row.TicketId!.Value;
        var (ticket, posted) = await store.Ask(reader => reader.LoadTicket(id), reader => reader.Posts(id, row.Way, place.Side.ToString(), seq: 0), stop);
        return await board.Keep(store, place, new Shown(ticket!.ToTicket()), posted, place.Side.ToString(), seq: 0, stop);
    }
}
