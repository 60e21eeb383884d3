using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Language;
using ChatSupport.Bot.Teams.Leaving;
using ChatSupport.Bot.Teams.Wire;
using ChatSupport.Desk;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.Teams.Files;

/// <summary>Has the files of a message fetched for the ticket that it is about: that of its place, else the one last spoken of.</summary>
internal sealed class SharedFiles(ServiceDesk desk)
{
    public Task Take(Activity activity, Turn turn, IReadOnlyList<SharedFile> files, CancellationToken stop) => desk.Receive(async visit =>
    {
        if (await visit.Store.TryDeliver(new DeliveryKey("teams:files", turn.Delivery.Id), "", visit.Now) is not null)
            return files;
        var topic = ConversationJson.Read((await visit.Store.LoadDialog(turn.Conversation))?.State).Topic;
        if ((turn.About ?? topic) is { } reference)
            foreach (var (file, at) in files.Select((file, at) => (file, at)))
                await visit.Store.Enqueue(new FileFetch(turn.Conversation, reference, turn.Who.Id, $"{turn.Delivery.Id}:{at}", file).ToRow(visit.Now));
        else
            await Tell(visit, turn);
        return files;
    }, stop);

    private static async ValueTask Tell(Visit visit, Turn turn)
    {
        var tongue = await visit.Store.LanguageOf(turn.Who);
        var hint = new Reply.Notice(Tone.Attention, BotText.Say("Teams.FilesForWhich").In(tongue));
        await visit.Store.Enqueue(new Said(turn.Conversation, turn.Who.Id, tongue, [hint]).ToRow(visit.Now));
    }
}
