using System.Globalization;
using ChatSupport.Desk;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Following;

/// <summary>Tells under a ticket's card what happened, unless it was said there in the first place.</summary>
internal sealed class Teller(IBoard board, Store store) : ILetter
{
    public string Notice => Place.ToldBy(board.Way);

    public async Task<Sending> Send(OutboxRow row, CancellationToken stop)
    {
        var place = Place.Parse(board.Way, row.Recipient)!;
        var (id, seq) = (row.TicketId!.Value, int.Parse(row.Arguments, CultureInfo.InvariantCulture));
        var (ticket, about, posted, told) = await store.Read(async reader => (
            (await reader.LoadTicket(id))!.ToTicket(),
            (await reader.Event(id, seq))!.ToHappening(),
            await reader.Posts(id, row.Way, place.Side.ToString(), seq: 0),
            await reader.Posts(id, row.Way, place.Side.ToString(), seq)), stop);
        if (told is not [] || IsKnownThere(about, place, ticket) || !Desk.Notices.Notice.StillHolds(about.What, ticket))
            return new Sending.Dropped("moved-on");
        if (posted is not [var card, ..])
            return new Sending.Dropped("no-card");

        var (came, at) = await board.Tell(card, place, ticket, about, stop);
        if (at is not null)
            await store.Write(session => session.AddPost(new PostRow(
                row.Way, card.Realm, at.Conversation, at.Message, id, place.Side.ToString(), seq)), CancellationToken.None);
        return came;
    }

    /// <summary>Nobody alone with us is told what they did; and a correction is made where the words stand, which is with the client.</summary>
    private static bool IsKnownThere(Happening about, Place place, Ticket ticket) => place.Side == Side.Client
        && (place.IsDirect ? about.By == ticket.Contact : about.What is Amended && about.Door.ToString() == place.Way.ToString());
}
