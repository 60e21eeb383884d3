using System.IO;
using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Language;
using ChatSupport.Bot.Portal.Tickets;
using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using NodaTime;

namespace ChatSupport.Bot.Following;

/// <summary>A file that somebody sent in a chat, to be attached to a ticket.</summary>
internal interface ISentFile
{
    Door Door { get; }

    string Reference { get; }

    /// <summary>Who sent it.</summary>
    string Person { get; }

    /// <summary>What tells it from any other, however often it is tried.</summary>
    DeliveryKey Key { get; }

    /// <summary>The message that says to whoever sent it what became of it.</summary>
    OutboxRow Saying(Reply words, Tongue tongue, Instant at);
}

/// <summary>
/// Keeps a file that was fetched: stored as it came, attached to its ticket. What may not be attached is not kept, and whoever sent it is
/// told why.
/// </summary>
internal sealed class FileKeeper(FileShelf shelf, ServiceDesk desk, LiveDirectory directory)
{
    public async Task<Sending> Keep(ISentFile sent, string name, Stream content, CancellationToken stop)
    {
        if (directory.Current.Person(sent.Person) is not { } person)
            return new Sending.Refused("left-the-directory");
        var file = await shelf.Put(name, content, stop);
        var isKept = false;
        try
        {
            isKept = await desk.Receive(visit => Attach(visit, sent, file, person), stop);
        }
        finally
        {
            if (!isKept)
                shelf.Remove([file]);
        }
        return new Sending.Sent();
    }

    /// <returns>False when it was not attached: refused, or attached before.</returns>
    private static async ValueTask<bool> Attach(Visit visit, ISentFile sent, Attached file, Person person)
    {
        if (await visit.Store.TryDeliver(sent.Key, "", visit.Now) is not null)
            return false;
        if (await visit.Act(sent.Reference, new Attach([file]), Actor.Of(person), sent.Door) is not Answer.Refused { Refusal: var no })
            return true;
        var tongue = await visit.Store.LanguageOf(person);
        var why = new Reply.Notice(Tone.Refusal, (no.Fields.Values.FirstOrDefault() ?? no.Why).In(tongue, sent.Door));
        await visit.Store.Enqueue(sent.Saying(why, tongue, visit.Now));
        return false;
    }
}
