using ChatSupport.Bot.Linking;
using ChatSupport.Bot.Slack.Cards;
using ChatSupport.Bot.Slack.Client;
using ChatSupport.Bot.Slack.Wire;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.Slack.Leaving;

/// <summary>A notice to one person, as a direct message: the same news as their mail, and the ticket's card to act on.</summary>
internal sealed class SlackWay(Posting posting, TicketCards cards, ChatPeople people, Store store) : IWay
{
    public Way Way => Way.Slack;

    public async Task<Sending> Send(Message message, CancellationToken stop)
    {
        if (await people.IdentityOf(message.To, ChatService.Slack, stop) is not { } own)
            return new Sending.Refused("no-slack-identity");
        var (answer, channel) = await posting.Post(own.Realm, $"@{own.User}", await cards.Shown(message, isLatest: true, stop), stop);
        if (answer is not ApiAnswer.Ok { Json: var json } || json.Text("ts") is not { } ts)
            return answer.ToSending();
        await store.Write(session => session.AddPost(Copies.At(own.Realm, channel, ts, message.Ticket, message.To, message.About.Seq)), CancellationToken.None);
        return new Sending.Sent(ts);
    }
}
