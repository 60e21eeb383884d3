using System.Globalization;
using ChatSupport.Bot.Slack.Cards;
using ChatSupport.Bot.Slack.Client;
using ChatSupport.Bot.Slack.Wire;
using ChatSupport.Desk;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Slack.Leaving;

/// <summary>Tells under a ticket's card what happened, unless it was said there in the first place.</summary>
internal sealed class Teller(Posting posting, TicketCards cards, LiveDirectory directory, Store store) : ILetter
{
    public string Notice => Place.ToldBy(Way.Slack);

    public async Task<Sending> Send(OutboxRow row, CancellationToken stop)
    {
        var place = Place.Parse(Way.Slack, row.Recipient)!;
        var (id, seq) = (row.TicketId!.Value, int.Parse(row.Arguments, CultureInfo.InvariantCulture));
        var (ticket, about, posted, told) = await store.Read(async reader => (
            (await reader.LoadTicket(id))!.ToTicket(),
            (await reader.Event(id, seq))!.ToHappening(),
            await reader.Posts(id, row.Way, place.Side.ToString(), seq: 0),
            await reader.Posts(id, row.Way, place.Side.ToString(), seq)), stop);
        if (told is not [] || WasMadeThere(about, place) || !Desk.Notices.Notice.StillHolds(about.What, ticket))
            return new Sending.Dropped("moved-on");
        if (posted is not [var card, ..])
            return new Sending.Refused("no-card");

        var message = Telling.Of(about, directory.Current, await cards.TongueAt(place, ticket, stop));
        var (answer, _) = await posting.Post(card.Realm, card.Conversation, message, stop, under: card.Message, loudly: Telling.IsLoud(about.What));
        if (answer is not ApiAnswer.Ok { Json: var json } || json.Text("ts") is not { } ts)
            return answer.ToSending();
        await store.Write(session => session.AddPost(new PostRow(row.Way, card.Realm, card.Conversation, ts, id, place.Side.ToString(), seq)), CancellationToken.None);
        return new Sending.Sent(ts);
    }

    /// <summary>A correction is made where the words stand, and only what stands with the client is corrected.</summary>
    private static bool WasMadeThere(Happening about, Place place) => about is { What: Amended, Door: Door.Slack } && place.Side == Side.Client;
}
