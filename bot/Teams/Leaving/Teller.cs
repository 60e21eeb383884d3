using System.Globalization;
using ChatSupport.Bot.Dialogs.Acting;
using ChatSupport.Bot.Language;
using ChatSupport.Bot.Teams.Cards;
using ChatSupport.Desk;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Teams.Leaving;

/// <summary>Tells under a ticket's card what happened, unless it was said there in the first place.</summary>
internal sealed class Teller(Posting posting, TicketCards cards, LiveDirectory directory, Store store) : ILetter
{
    public string Notice => Place.ToldBy(Way.Teams);

    public async Task<Sending> Send(OutboxRow row, CancellationToken stop)
    {
        var place = Place.Parse(Way.Teams, row.Recipient)!;
        var (id, seq) = (row.TicketId!.Value, int.Parse(row.Arguments, CultureInfo.InvariantCulture));
        var (ticket, about, posted, told) = await store.Read(async reader => (
            (await reader.LoadTicket(id))!.ToTicket(),
            (await reader.Event(id, seq))!.ToHappening(),
            await reader.Posts(id, row.Way, place.Side.ToString(), seq: 0),
            await reader.Posts(id, row.Way, place.Side.ToString(), seq)), stop);
        if (told is not [] || !Desk.Notices.Notice.StillHolds(about.What, ticket) || (place.IsDirect && about.By == ticket.Contact))
            return new Sending.Dropped("moved-on");
        if (posted is not [var card, ..])
            return new Sending.Refused("no-card");

        var tongue = await cards.TongueAt(place, ticket, stop);
        var words = BotText.Say("Teams.Told", ticket.Reference, NameOf(about.By, tongue), HappeningWords.What(about.What, who => NameOf(who, tongue))).In(tongue);
        var (answer, at) = await posting.Say(card.Realm, card.Conversation, OutgoingActivity.Words(words, tongue), stop);
        if (at is not null)
            await store.Write(session => session.AddPost(new PostRow(
                row.Way, card.Realm, at.Conversation, at.Message, id, place.Side.ToString(), seq)), CancellationToken.None);
        return answer.ToSending();
    }

    private string NameOf(string who, Tongue tongue) =>
        directory.Current.Person(who)?.Name.Full ?? (who == Actor.Desk.Id ? BotText.Say("Dialogs.TheDesk").In(tongue) : who);
}
