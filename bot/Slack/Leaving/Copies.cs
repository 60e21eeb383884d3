using ChatSupport.Bot.Following;
using ChatSupport.Bot.Slack.Cards;
using ChatSupport.Bot.Slack.Client;
using ChatSupport.Desk;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Slack.Leaving;

/// <summary>
/// Keeps true the cards that single people were shown in their direct conversations. In each only the latest keeps its buttons: the
/// others say that there is a newer one.
/// </summary>
internal sealed class Copies(Posting posting, TicketCards cards, LiveDirectory directory, Store store) : ILetter
{
    public string Notice => Place.CopiesOf(Way.Slack);

    /// <param name="seq">The event that it was shown for; 0 when somebody just asked for it.</param>
    public static PostRow At(string team, Spot at, Ticket ticket, Person reader, int seq) => new(
        nameof(Way.Slack), team, at.Conversation, at.Message, ticket.Id, (reader is Contact ? Side.Client : Side.Desk).ToString(), seq, reader.Id);

    public async Task<Sending> Send(OutboxRow row, CancellationToken stop)
    {
        var id = row.TicketId!.Value;
        var (followed, copies) = await store.Ask(reader => reader.LoadTicket(id), reader => reader.Copies(id, row.Way), stop);
        var ticket = followed!.ToTicket();
        foreach (var inOnePlace in copies.GroupBy(copy => copy.Conversation))
        {
            var isLatest = true;
            foreach (var copy in inOnePlace)
            {
                var answer = await Change(copy, ticket, isLatest, stop);
                if (answer is not ApiAnswer.Ok && answer.ToSending() is Sending.Retry again)
                    return again;
                await Note(copy, answer, isLatest);
                isLatest = false;
            }
        }
        return new Sending.Sent();
    }

    private async Task<ApiAnswer> Change(PostRow copy, Ticket ticket, bool isLatest, CancellationToken stop)
    {
        if (directory.Current.Person(copy.Reader!) is not { } known || !Actor.Of(known).MaySee(ticket))
            return new ApiAnswer.Failed("left-the-directory");
        var (about, tongue) = await store.Ask(session => session.Event(ticket.Id, copy.Seq), session => session.LanguageOf(known), stop);
        var reader = known with { Tongue = tongue };
        var message = about is null
            ? cards.Shown(ticket, reader, isLatest)
            : cards.Shown(new Message(0, reader, ticket, about.ToHappening(), directory.Current), isLatest);
        return await posting.Change(copy.Realm, copy.Conversation, copy.Message, message, stop);
    }

    private Task Note(PostRow copy, ApiAnswer answer, bool isLatest) => (answer, isLatest) switch
    {
        (ApiAnswer.Ok, true) => Task.CompletedTask,
        (ApiAnswer.Ok, _) => store.Write(session => session.Retire(copy)),
        _ => store.Write(session => session.ForgetPost(copy)),
    };
}
