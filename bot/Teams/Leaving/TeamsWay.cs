using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Linking;
using ChatSupport.Bot.Mail;
using ChatSupport.Bot.Teams.Cards;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;

namespace ChatSupport.Bot.Teams.Leaving;

/// <summary>A notice to one person: the same news as their mail, and the ticket's card to act on, which is drawn anew whenever they look.</summary>
internal sealed class TeamsWay(Posting posting, TicketCards cards, ChatPeople people) : IWay
{
    public Way Way => Way.Teams;

    public async Task<Sending> Send(Message message, CancellationToken stop)
    {
        if (await people.IdentityOf(message.To, ChatService.Teams, stop) is not { } own)
            return new Sending.Refused("no-teams-identity");
        var tongue = message.To.Tongue;
        var (view, clock) = await cards.For(message.Ticket, message.To, tongue, stop);
        var parts = message.To is Contact ? ClientLetter.Of(message) : DeskLetter.Of(message);
        var news = new Reply.Notice(Tone.Attention, string.Join('\n', parts.Select(part => Words(part, tongue, clock))));
        var (answer, _) = await posting.Post(own.Realm, own.User, OutgoingActivity.Card(view.ToCard(tongue, news)), stop);
        return answer.ToSending();
    }

    private static string Words(Part part, Tongue tongue, WallClock clock) => part switch
    {
        Part.Says says => says.Sentence.In(tongue, clock),
        Part.Quotes quotes => quotes.Text,
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };
}
