using System.Globalization;
using System.IO;
using ChatSupport.Desk.Language;
using ChatSupport.Voice.Language;
using Microsoft.Extensions.Configuration;

namespace ChatSupport.Voice;

/// <summary>How the phone door speaks with its carrier: the section <c>Twilio</c>, and <c>Public:BaseUrl</c>.</summary>
/// <param name="BaseUrl">How the carrier reaches this program; every signature is made over it.</param>
/// <param name="Recordings">The folder in which messages are kept. Instances share it.</param>
public sealed record VoiceSettings(string AccountSid, string AuthToken, string From, Uri BaseUrl, string Recordings)
{
    public static readonly Uri TwilioApi = new("https://api.twilio.com");

    /// <summary>As long as the carrier itself waits for an answer.</summary>
    private static readonly TimeSpan MostPatience = TimeSpan.FromSeconds(15);

    private const int MostDays = 3650;

    /// <summary>The token that is to replace the other: while tokens are changed, both sign.</summary>
    public string? AlternateAuthToken { get; init; }

    public Uri ApiUrl { get; init; } = TwilioApi;

    /// <summary>Who text messages come from: most French landline numbers cannot send any.</summary>
    public string SmsFrom { get; init; } = From;

    /// <summary>How long the desk may take; then the caller hears that it takes a moment. Callers hang up on silence.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromMilliseconds(750);

    /// <summary>The carrier is a part of the demo, and for everybody else there is no such door.</summary>
    public bool IsSimulated { get; init; }

    /// <summary>How long the sound of a message is kept after its ticket is closed.</summary>
    public TimeSpan KeepsRecordings { get; init; } = TimeSpan.FromDays(180);

    /// <summary>Whether the carrier writes down what callers say.</summary>
    public bool Transcribes { get; init; } = true;

    /// <param name="folder">Where the desk keeps files that are no rows.</param>
    /// <param name="baseUrl"><c>Public:BaseUrl</c>, when it is one.</param>
    /// <param name="finding">Told what is missing or wrong, and what to set.</param>
    /// <returns>Null without an account: the door is off.</returns>
    public static VoiceSettings? Read(IConfiguration configuration, string folder, Uri? baseUrl, Action<Sentence> finding)
    {
        var twilio = configuration.GetSection("Twilio");
        if (string.IsNullOrWhiteSpace(twilio["AccountSid"]) && string.IsNullOrWhiteSpace(twilio["AuthToken"]))
            return null;
        return new VoiceSettings(Required("AccountSid"), Required("AuthToken"), Required("From"), BaseUrl(), Path.Combine(folder, "recordings"))
        {
            AlternateAuthToken = twilio["AlternateAuthToken"] is { Length: > 0 } alternate ? alternate : null,
            ApiUrl = ApiUrl(),
            SmsFrom = twilio["SmsFrom"] is { Length: > 0 } sms ? sms : twilio["From"] ?? "",
            AnswerWithin = AnswerWithin(),
            KeepsRecordings = KeepsRecordings(),
            Transcribes = twilio.GetValue("Transcribes", true),
        };

        string Required(string key)
        {
            if (twilio[key] is { } value && !string.IsNullOrWhiteSpace(value))
                return value.Trim();
            finding(VoiceText.Say("Configuration.Missing", key));
            return "";
        }

        Uri BaseUrl()
        {
            if (baseUrl is null)
                finding(VoiceText.Say("Configuration.BaseUrlMissing"));
            return baseUrl ?? TwilioApi;
        }

        TimeSpan AnswerWithin()
        {
            if (twilio["AnswerWithin"] is not { Length: > 0 } text)
                return TimeSpan.FromMilliseconds(750);
            if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var within) && within > TimeSpan.Zero && within <= MostPatience)
                return within;
            finding(VoiceText.Say("Configuration.AnswerWithinWrong", text));
            return TimeSpan.Zero;
        }

        TimeSpan KeepsRecordings()
        {
            if (twilio["KeepRecordingsDays"] is not { Length: > 0 } text)
                return TimeSpan.FromDays(180);
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= MostDays)
                return TimeSpan.FromDays(days);
            finding(VoiceText.Say("Configuration.KeepRecordingsWrong", text, MostDays));
            return TimeSpan.Zero;
        }

        Uri ApiUrl()
        {
            if (twilio["ApiUrl"] is not { Length: > 0 } text)
                return TwilioApi;
            if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http")
                return url;
            finding(VoiceText.Say("Configuration.ApiUrlWrong", text));
            return TwilioApi;
        }
    }
}
