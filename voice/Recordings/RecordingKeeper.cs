using System.Net;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Storage;
using ChatSupport.Voice.Carrier;
using Microsoft.Extensions.Logging;

namespace ChatSupport.Voice.Recordings;

/// <summary>Brings messages home: fetched with the account's name, kept, read back, noted, and only then erased at the carrier.</summary>
internal sealed partial class RecordingKeeper(
    TwilioClient twilio, RecordingFolder folder, Store store, DeskClock clock, ILogger<RecordingKeeper> log)
{
    /// <summary>Places that redirect to places that redirect are not followed for ever.</summary>
    private const int MostRedirects = 3;

    /// <returns>Whether the message is here.</returns>
    public async Task<bool> Fetch(string recording, CancellationToken stop)
    {
        if (folder.Find(recording) is not null && await store.Ask(reader => reader.LoadVoicemail(recording), stop) is { Size: > 0 })
            return true;
        try
        {
            return await Bring(recording, stop);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            LogNotReached(recording, failure.Message);
            return false;
        }
    }

    private async Task<bool> Bring(string recording, CancellationToken stop)
    {
        using var answer = await Sound(recording, stop);
        if (!answer.IsSuccessStatusCode || answer.Content.Headers.ContentLength > RecordingFolder.MaxBytes)
        {
            LogNotFetched(recording, (int)answer.StatusCode);
            return false;
        }
        await using var sound = await answer.Content.ReadAsStreamAsync(stop);
        if (await folder.Keep(recording, sound, stop) is not var (size, hash))
        {
            LogNotFetched(recording, (int)answer.StatusCode);
            return false;
        }
        await Note(recording, size, hash);
        return true;
    }

    private async Task<HttpResponseMessage> Sound(string recording, CancellationToken stop)
    {
        var answer = await twilio.Recording(recording, stop);
        for (var redirects = 0; redirects < MostRedirects && IsRedirect(answer) && answer.Headers.Location is { } place; redirects++)
        {
            var url = new Uri(answer.RequestMessage!.RequestUri!, place);
            answer.Dispose();
            answer = await twilio.Follow(url, stop);
        }
        return answer;
    }

    private Task<bool> Note(string recording, long size, string hash) => store.Write(async session =>
    {
        if (await session.HoldVoicemail(recording) is not { } left || left.Size > 0)
            return false;
        await session.SaveVoicemail(left with { Size = size, Sha256 = hash });
        await session.Enqueue(RecordingLetters.Erase(recording, clock.Now));
        return true;
    });

    private static bool IsRedirect(HttpResponseMessage answer) => answer.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found
        or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    [LoggerMessage(Level = LogLevel.Information, Message = "Recording {Recording} is not here yet: the carrier answered {Status}, or sent no sound.")]
    private partial void LogNotFetched(string recording, int status);

    [LoggerMessage(Level = LogLevel.Information, Message = "Recording {Recording} is not here yet: the carrier was not reached ({Why}).")]
    private partial void LogNotReached(string recording, string why);
}
