using System.Text.Json;
using ChatSupport.Desk.Language;
using ChatSupport.Voice.Calls;
using ChatSupport.Voice.Carrier;

namespace ChatSupport.Voice.Transcription;

/// <summary>Twilio's own, while the caller speaks. It knows French, which the transcription of recordings does not.</summary>
internal sealed class RealTimeTranscription(VoiceUrls urls) : ITranscription
{
    private const string Name = "message";

    public Twiml Begin(Twiml twiml, Tongue tongue) => twiml.Transcribe(Name, Voices.TranscribedLanguageOf(tongue), urls.Transcription);

    public Twiml End(Twiml twiml) => twiml.StopTranscribing(Name);

    public Hearing? Read(CarrierRequest report) => report["TranscriptionEvent"] switch
    {
        "transcription-content" when report["Final"] != "false" && TextOf(report["TranscriptionData"]) is { Length: > 0 } text =>
            new Hearing(new Utterance(report["TranscriptionSid"], report.Number("SequenceId"), text)),
        "transcription-stopped" or "transcription-error" => new Hearing(null),
        _ => null,
    };

    private static string TextOf(string data)
    {
        try
        {
            using var json = JsonDocument.Parse(data);
            return json.RootElement.TryGetProperty("transcript", out var text) ? text.GetString()?.Trim() ?? "" : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }
}

/// <summary>Callers are not listened to.</summary>
internal sealed class NoTranscription : ITranscription
{
    public Twiml Begin(Twiml twiml, Tongue tongue) => twiml;

    public Twiml End(Twiml twiml) => twiml;

    public Hearing? Read(CarrierRequest report) => null;
}
