using ChatSupport.Bot.Following;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.Slack.Files;

/// <summary>Brings a shared file home, fetched with the token.</summary>
internal sealed class FileFetcher(SlackFiles files, FileKeeper keeper) : ILetter
{
    public string Notice => FileFetch.Notice;

    public async Task<Sending> Send(OutboxRow row, CancellationToken stop)
    {
        var fetch = FileFetch.Of(row);
        var (content, failure) = await files.Open(fetch.Team, fetch.File, stop);
        if (content is null)
            return failure!;
        await using (content)
            return await keeper.Keep(fetch, fetch.File.Name, content, stop);
    }
}
