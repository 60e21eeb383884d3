using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Portal.Tickets;
using ChatSupport.Bot.Slack.Leaving;
using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Slack.Files;

/// <summary>
/// Brings a shared file home: fetched with the token, stored as it came, attached to its ticket. What may not be attached is not kept,
/// and whoever sent it is told why.
/// </summary>
internal sealed class FileFetcher(SlackFiles files, FileShelf shelf, ServiceDesk desk, LiveDirectory directory) : ILetter
{
    public string Notice => FileFetch.Notice;

    public async Task<Sending> Send(OutboxRow row, CancellationToken stop)
    {
        var fetch = FileFetch.Of(row);
        if (directory.Current.Person(fetch.Person) is not { } person)
            return new Sending.Refused("left-the-directory");
        var (content, failure) = await files.Open(fetch.Team, fetch.File, stop);
        if (content is null)
            return failure!;
        await using (content)
        {
            var file = await shelf.Put(fetch.File.Name, content, stop);
            var isKept = false;
            try
            {
                isKept = await desk.Receive(visit => Attach(visit, fetch, file, person), stop);
            }
            finally
            {
                if (!isKept)
                    shelf.Remove([file]);
            }
        }
        return new Sending.Sent(fetch.File.Id);
    }

    /// <returns>False when it was not attached: refused, or attached before.</returns>
    private static async ValueTask<bool> Attach(Visit visit, FileFetch fetch, Attached file, Person person)
    {
        if (await visit.Store.TryDeliver(fetch.Delivery, "", visit.Now) is not null)
            return false;
        var answer = await visit.Act(fetch.Reference, new Attach([file]), Actor.Of(person), Door.Slack);
        if (answer is Answer.Accepted)
            return true;
        var no = ((Answer.Refused)answer).Refusal;
        var tongue = await visit.Store.LanguageOf(person);
        var address = new SlackAddress(fetch.Team, fetch.Conversation, fetch.User, IsPrivate: true);
        await visit.Store.Enqueue(new Said(
            address.ToString(), person.Id, tongue, fetch.Thread, [new Reply.Notice(Tone.Refusal, (no.Fields.Values.FirstOrDefault() ?? no.Why).In(tongue))]).ToRow(visit.Now));
        return false;
    }
}
