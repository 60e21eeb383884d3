using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Language;
using ChatSupport.Voice.Carrier;
using ChatSupport.Voice.Language;
using ChatSupport.Voice.Recordings;
using ChatSupport.Voice.Transcription;

namespace ChatSupport.Voice.Calls;

/// <summary>What the caller hears at each step. Nothing of a ticket's content is said: a number that is recognised is not a proof.</summary>
internal sealed class CallScript(VoiceSettings settings, VoiceUrls urls, RecordingLinks links, ITranscription transcription)
{
    private const int KeySeconds = 5;
    private const int CodeSeconds = 8;

    /// <summary>How long a silence ends a message, in seconds.</summary>
    private const int Silence = 5;

    public Twiml Of(Line line)
    {
        var call = line.Call;
        var here = urls.Step(call.Turn);
        return call.Step switch
        {
            Step.AskCode(var again) => new Twiml().Gather(here, KeyEntry.Many, CodeSeconds, Say(call, again ? "WrongCode" : "AskCode")),
            Step.AskPin => new Twiml().Gather(here, KeyEntry.Many, CodeSeconds, Say(call, "AskPin")),
            Step.Menu(var again) => new Twiml().Gather(here, KeyEntry.One, KeySeconds, [.. again ? Say(call, "NotAKey") : [], .. Menu(line)]),
            Step.AskNumber => new Twiml().Gather(here, KeyEntry.Many, CodeSeconds, Say(call, "AskNumber")),
            Step.Ring ring => new Twiml()
                .Say(Say(call, call.Rung.Length == 1 ? "Ringing" : "RingingNext"))
                .Dial(ring.Phone, settings.From, urls.Whisper(call.Sid, ring.Engineer), here, LiveAttempt.RingSeconds),
            Step.AskMessage(var again) => AskMessage(line, again, here),
            Step.Review(var play) => transcription.End(new Twiml()).Gather(
                here, KeyEntry.One, KeySeconds, [.. play ? [new Spoken.Sound(links.To(call.Message!))] : Array.Empty<Spoken>(), .. Say(call, "Review")]),
            Step.Goodbye(var why) => new Twiml().Say(Goodbye(line, why)).Hangup(),
            _ => throw new ArgumentOutOfRangeException(nameof(line)),
        };
    }

    private static IEnumerable<Spoken> Menu(Line line) =>
    [
        .. Say(line.Call, "Welcome", line.Directory.Client(line.Call.Client!)!.Name),
        .. Say(line.Call, line.Call.HasOpened ? "Opened" : "Joined", Reference(line)),
        .. line.Call.HasOpened && line.Ticket?.Clock.DueAt is { } due ? Say(line.Call, "DueBy", due) : [],
        .. Say(line.Call, line.Call.HasOpened ? "Menu" : "MenuWithOther"),
    ];

    private Twiml AskMessage(Line line, bool again, string here)
    {
        var call = line.Call;
        var twiml = new Twiml().Say(
            again ? Say(call, "NothingHeard") : call.Client is null ? Say(call, "AskMessageUnidentified") : Say(call, "AskMessage", Reference(line)));
        return transcription.Begin(twiml, call.Tongue ?? Tongue.French).Record(here, urls.Recording, VoiceMessage.MostSeconds, Silence);
    }

    private static IEnumerable<Spoken> Goodbye(Line line, Farewell why) => why switch
    {
        Farewell.WhenOpen => Say(line.Call, "Goodbye.WhenOpen", BusinessCalendar.French.NextOpening(line.Call.ReceivedAt)),
        Farewell.TakenMeanwhile => Say(line.Call, "Goodbye.TakenMeanwhile", Reference(line), line.Directory.NameOf(line.Ticket?.AcknowledgedBy ?? "")),
        _ => line.Call.Tongues.Said(VoiceText.Say($"Call.Goodbye.{why}", Reference(line))),
    };

    private static string Reference(Line line) => Spelled.Reference(line.Call.Ticket ?? "");

    private static IEnumerable<Spoken> Say(Call call, string key, params ReadOnlySpan<object?> with) => call.Tongues.Said(VoiceText.Say($"Call.{key}", with));
}
