using ChatSupport.Desk.Language;
using ChatSupport.Voice.Language;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatSupport.Voice.Carrier;

/// <summary>
/// Every answer within a second. When the desk is slower than that, or out of order, the caller hears that it takes a moment and asks
/// again: what was begun goes on, and has its effect once.
/// </summary>
internal sealed partial class Patience(VoiceSettings settings, Fallback fallback, TimeProvider time, ILogger<Patience> log)
{
    /// <summary>Some half a minute; then the caller leaves a message that needs no desk.</summary>
    private const int MostMoments = 8;

    /// <param name="meanwhile">Where the carrier asks again, given how often it did.</param>
    public async Task<IResult> Answer(CarrierRequest request, Func<int, string> meanwhile, Func<Task<Twiml>> work)
    {
        try
        {
            return await Task.Run(work).WaitAsync(settings.AnswerWithin, time);
        }
        catch (TimeoutException)
        {
            LogSlow(request.CallSid);
        }
        catch (Exception failure)
        {
            LogFailed(failure, request.CallSid);
        }
        var again = request.Number("again");
        return again < MostMoments ? OneMoment(meanwhile(again + 1)) : fallback.Of(request);
    }

    /// <summary>For reports, to which nobody listens: they are answered when they are durable, else the carrier may repeat them.</summary>
    public async Task<IResult> Note(Func<Task> work)
    {
        try
        {
            await Task.Run(work).WaitAsync(settings.AnswerWithin, time);
            return new Twiml();
        }
        catch (Exception failure)
        {
            LogFailed(failure, "");
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static Twiml OneMoment(string url) => new Twiml().Say(Tongues.All.Said(VoiceText.Say("Call.OneMoment"))).Pause(1).Redirect(url);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Call {Sid}: the desk is slow; the caller is asked for a moment.")]
    private partial void LogSlow(string sid);

    [LoggerMessage(Level = LogLevel.Error, Message = "Call {Sid}: the desk could not answer.")]
    private partial void LogFailed(Exception failure, string sid);
}

/// <summary>The answer that needs neither store nor network: the caller leaves a message, which the carrier keeps and reports.</summary>
internal sealed class Fallback(VoiceUrls urls, TimeProvider time)
{
    private const int MostSeconds = 180;
    private const int Silence = 5;

    public Twiml Of(CarrierRequest request) => request["kept"] == "1"
        ? new Twiml().Say(Tongues.All.Said(VoiceText.Say("Call.FallbackKept"))).Hangup()
        : new Twiml()
            .Say(Tongues.All.Said(VoiceText.Say("Call.Fallback")))
            .Record(
                urls.Path("fallback", ("kept", 1)),
                urls.RecordingOf(request.From, time.GetUtcNow().ToUnixTimeMilliseconds()),
                MostSeconds, Silence);
}
