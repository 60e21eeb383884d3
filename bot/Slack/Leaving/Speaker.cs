using ChatSupport.Bot.Slack.Cards;
using ChatSupport.Bot.Slack.Client;
using ChatSupport.Bot.Slack.Install;
using ChatSupport.Bot.Slack.Kit;
using ChatSupport.Bot.Slack.Wire;
using ChatSupport.Desk;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Slack.Leaving;

/// <summary>
/// Says replies in a conversation. What is for one person's eyes is shown to nobody else and kept nowhere; a card in a direct
/// conversation is noted, to be kept true.
/// </summary>
internal sealed class Speaker(SlackClient client, Installations installations, TicketCards cards, LiveDirectory directory, Store store) : ILetter
{
    public string Notice => Said.Notice;

    public async Task<Sending> Send(OutboxRow row, CancellationToken stop)
    {
        var said = Said.Of(row);
        var to = SlackAddress.Parse(said.To)!;
        if (said.Card is { } reference && said.Person is { } id && directory.Current.Person(id) is { } reader)
            return await Show(reference, reader, to, stop);
        var none = new Dictionary<string, Card>(StringComparer.Ordinal);
        return (await Post(to, SlackMessage.Of(ReplyBlocks.Fallback(said.Replies, none), ReplyBlocks.Of(said.Replies, none, said.Tongue)), said.Under, stop)).ToSending();
    }

    private async Task<Sending> Show(string reference, Person reader, SlackAddress to, CancellationToken stop)
    {
        if ((await store.Read(session => session.LoadTicket(reference), stop))?.ToTicket() is not { } ticket || !Actor.Of(reader).MaySee(ticket))
            return new Sending.Dropped("not-theirs");
        var answer = await Post(to, await cards.Shown(ticket, reader, isLatest: true, stop), under: null, stop);
        if (answer is not ApiAnswer.Ok { Json: var json } || json.Text("ts") is not { } ts)
            return answer.ToSending();
        await store.Write(session => session.AddPost(Copies.At(to.Team, json.Text("channel") ?? to.Channel!, ts, ticket, reader, seq: 0)), CancellationToken.None);
        return new Sending.Sent(ts);
    }

    private async Task<ApiAnswer> Post(SlackAddress to, SlackMessage message, string? under, CancellationToken stop)
    {
        if (await installations.TokenFor(to.Team, stop) is not { } token)
            return new ApiAnswer.Failed("not_installed");
        var arguments = message.To(to.Channel!);
        if (under is not null)
            arguments["thread_ts"] = under;
        if (to.IsPrivate)
            arguments["user"] = to.User;
        return await client.Call(to.IsPrivate ? "chat.postEphemeral" : "chat.postMessage", token, arguments, stop);
    }
}
