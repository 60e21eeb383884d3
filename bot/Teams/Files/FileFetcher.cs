using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Portal.Tickets;
using ChatSupport.Bot.Teams.Leaving;
using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Teams.Files;

/// <summary>
/// Brings a shared file home: fetched, stored as it came, attached to its ticket. What may not be attached is not kept, and whoever sent
/// it is told why.
/// </summary>
internal sealed class FileFetcher(FileSource source, FileShelf shelf, ServiceDesk desk, LiveDirectory directory) : ILetter
{
    public string Notice => FileFetch.Notice;

    public async Task<Sending> Send(OutboxRow row, CancellationToken stop)
    {
        var fetch = FileFetch.Of(row);
        if (directory.Current.Person(fetch.Person) is not { } person)
            return new Sending.Refused("left-the-directory");
        using var response = await source.Open(fetch.File, stop);
        if (response.Failure is { } failure)
            return failure;
        await using var content = await response.Message!.Content.ReadAsStreamAsync(stop);
        var file = await shelf.Put(response.Name, content, stop);
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
        return new Sending.Sent();
    }

    /// <returns>False when it was not attached: refused, or attached before.</returns>
    private static async ValueTask<bool> Attach(Visit visit, FileFetch fetch, Attached file, Person person)
    {
        if (await visit.Store.TryDeliver(fetch.Key, "", visit.Now) is not null)
            return false;
        if (await visit.Act(fetch.Reference, new Attach([file]), Actor.Of(person), Door.Teams) is not Answer.Refused { Refusal: var no })
            return true;
        var tongue = await visit.Store.LanguageOf(person);
        var why = new Reply.Notice(Tone.Refusal, (no.Fields.Values.FirstOrDefault() ?? no.Why).In(tongue));
        await visit.Store.Enqueue(new Said(fetch.Conversation, person.Id, tongue, [why]).ToRow(visit.Now));
        return false;
    }
}
