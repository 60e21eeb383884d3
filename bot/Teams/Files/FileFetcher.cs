using ChatSupport.Bot.Following;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.Teams.Files;

/// <summary>Brings a shared file home.</summary>
internal sealed class FileFetcher(FileSource source, FileKeeper keeper) : ILetter
{
    public string Notice => FileFetch.Notice;

    public async Task<Sending> Send(OutboxRow row, CancellationToken stop)
    {
        var fetch = FileFetch.Of(row);
        using var response = await source.Open(fetch.File, stop);
        if (response.Failure is { } failure)
            return failure;
        await using var content = await response.Message!.Content.ReadAsStreamAsync(stop);
        return await keeper.Keep(fetch, response.Name, content, stop);
    }
}
