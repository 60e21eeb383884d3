using System.Globalization;
using ChatSupport.Desk.People;
using ChatSupport.Voice.Carrier;
using ChatSupport.Voice.Transcription;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace ChatSupport.Voice.Calls;

/// <summary>Clients' calls on the wire. Each request carries the turn that it answers, so that a repeat is seen to be one.</summary>
internal static class CallEndpoints
{
    public static void MapCalls(this RouteGroupBuilder voice)
    {
        voice.Map("answer", (CarrierRequest it, Patience patience, VoiceUrls urls, Switchboard board, CallScript script) =>
            patience.Answer(it, urls.Now, async () => script.Of(await Begin(it, board))));
        voice.Map("now", (CarrierRequest it, Patience patience, VoiceUrls urls, Switchboard board, CallScript script) =>
            patience.Answer(it, urls.Now, async () => script.Of(await board.Look(it.CallSid) ?? await Begin(it, board))));
        voice.Map("step", (CarrierRequest it, Patience patience, VoiceUrls urls, Switchboard board, Pins pins, CallScript script) =>
            patience.Answer(it, urls.Now, async () => script.Of(await board.Next(it.CallSid, it.Number("turn"), await Read(it, pins)) ?? await Begin(it, board))));
        voice.Map("taken", (CarrierRequest it, Patience patience, VoiceUrls urls, Switchboard board, CallScript script) =>
            patience.Answer(it, urls.Now, async () => script.Of(await board.TakenMeanwhile(it.CallSid) ?? await Begin(it, board))));
        voice.Map("whisper", (CarrierRequest it, Patience patience, VoiceUrls urls, Switchboard board, LiveDirectory people, WhisperScript script) =>
            patience.Answer(it, again => urls.Whisper(it["call"], it["to"], again), async () => await board.Look(it["call"]) is { } line && people.Current.Engineer(it["to"]) is { } engineer
                ? script.Of(line, engineer)
                : new Twiml().Hangup()));
        voice.Map("whisper/key", (CarrierRequest it, Patience patience, VoiceUrls urls, Switchboard board, LiveDirectory people, WhisperScript script) =>
            patience.Answer(it, again => urls.Whisper(it["call"], it["to"], again), async () =>
                it.Digits == "1" && people.Current.Engineer(it["to"]) is { } engineer && await board.Take(it["call"], engineer) is { } line
                    ? script.Of(line, engineer)
                    : new Twiml().Hangup()));
        voice.Map("status", (CarrierRequest it, Patience patience, Switchboard board) =>
            patience.Note(() => IsOver(it["CallStatus"]) ? board.HungUp(it.CallSid) : Task.CompletedTask));
        voice.Map("recording", (CarrierRequest it, Patience patience, Switchboard board) => patience.Note(() => Keep(it, board)));
        voice.Map("transcription", (CarrierRequest it, Patience patience, Switchboard board, ITranscription transcription) =>
            patience.Note(() => transcription.Read(it) is { } hearing ? board.Understood(it.CallSid, hearing.Said) : Task.CompletedTask));
    }

    /// <summary>Statuses after which nobody is on the line any more.</summary>
    public static bool IsOver(string status) => status is "completed" or "busy" or "failed" or "no-answer" or "canceled";

    private static Task<Line> Begin(CarrierRequest it, Switchboard board) =>
        board.Begin(it.CallSid, it.From, it["StirVerstat"] is { Length: > 0 } attestation ? attestation : null);

    private static async ValueTask<Input> Read(CarrierRequest it, Pins pins) => it switch
    {
        _ when it["RecordingUrl"].Length > 0 => new Input.Message(it.Recording, it.Number("RecordingDuration"), it.Digits == "hangup"),
        _ when it["DialCallStatus"].Length > 0 => new Input.RungOut(),
        _ => await pins.Compare(it.CallSid, it.Number("turn"), it.Digits),
    };

    private static async Task Keep(CarrierRequest it, Switchboard board)
    {
        var seconds = it.Number("RecordingDuration");
        if (it["RecordingStatus"] != "completed" || seconds == 0)
            return;
        if (await board.Keep(it.CallSid, it.Recording, seconds) is not null)
            return;
        // It was recorded while the desk was out of order: the call is taken in now, and counts from when it came.
        await board.Begin(it.CallSid, it["number"], attestation: null, long.TryParse(it["at"], NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? Instant.FromUnixTimeMilliseconds(at) : null);
        await board.Keep(it.CallSid, it.Recording, seconds);
    }
}
