using ChatSupport.Bot.Linking;
using ChatSupport.Bot.Slack.Cards;
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
        var (answer, at) = await posting.Post(own.Realm, $"@{own.User}", cards.Shown(message, isLatest: true), stop);
        if (at is not null)
            await store.Write(session => session.AddPost(Copies.At(own.Realm, at, message.Ticket, message.To, message.About.Seq)), CancellationToken.None);
        return answer.ToSending();
    }
}
