using ChatSupport.Bot.Slack.Cards;
using ChatSupport.Bot.Slack.Kit;
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
internal sealed class Speaker(Posting posting, TicketCards cards, LiveDirectory directory, Store store) : ILetter
{
    public string Notice => Said.Notice;

    public async Task<Sending> Send(OutboxRow row, CancellationToken stop)
    {
        var said = Said.Of(row);
        var to = SlackAddress.Parse(said.To)!;
        if (said.Card is { } reference && said.Person is { } id && directory.Current.Person(id) is { } reader)
            return await Show(reference, reader, to, stop);
        var none = new Dictionary<string, Card>(StringComparer.Ordinal);
        var message = SlackMessage.Of(ReplyBlocks.Fallback(said.Replies, none), ReplyBlocks.Of(said.Replies, none, said.Tongue));
        var answer = to.IsPrivate
            ? await posting.Whisper(to.Team, to.Channel!, to.User, message, stop, said.Under)
            : (await posting.Post(to.Team, to.Channel!, message, stop, said.Under)).Answer;
        return answer.ToSending();
    }

    private async Task<Sending> Show(string reference, Person reader, SlackAddress to, CancellationToken stop)
    {
        var (row, tongue) = await store.Ask(session => session.LoadTicket(reference), session => session.LanguageOf(reader), stop);
        if (row?.ToTicket() is not { } ticket || !Actor.Of(reader).MaySee(ticket))
            return new Sending.Dropped("not-theirs");
        var (answer, at) = await posting.Post(to.Team, to.Channel!, cards.Shown(ticket, reader with { Tongue = tongue }, isLatest: true), stop);
        if (at is not null)
            await store.Write(session => session.AddPost(Copies.At(to.Team, at, ticket, reader, seq: 0)), CancellationToken.None);
        return answer.ToSending();
    }
}
