using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ChatSupport.Voice.Recordings;

/// <summary>Messages, to be heard by whoever has a link that is still good.</summary>
internal static class RecordingEndpoints
{
    private static readonly TimeSpan Prompt = TimeSpan.FromSeconds(10);

    public static void MapRecordings(this RouteGroupBuilder voice) => voice.MapGet("recordings/{recording}", Hear);

    /// <summary>A message that was left a moment ago may still be at the carrier, and is brought home first.</summary>
    private static async Task<IResult> Hear(
        string recording, string? until, string? key, HttpContext http, RecordingLinks links, RecordingFolder folder, RecordingKeeper keeper)
    {
        if (!links.IsRight(recording, until ?? "", key ?? ""))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (folder.Find(recording) is null)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
            patience.CancelAfter(Prompt);
            await keeper.Fetch(recording, patience.Token);
        }
        http.Response.Headers.CacheControl = "private, no-store";
        return folder.Find(recording) is { } path
            ? Results.File(path, "audio/wav", enableRangeProcessing: true)
            : Results.NotFound();
    }
}
