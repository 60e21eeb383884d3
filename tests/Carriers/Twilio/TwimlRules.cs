using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace ChatSupport.Tests.Carriers.Twilio;

/// <summary>
/// What an answer to the carrier may contain, after Twilio's reference of the voice verbs that a desk needs. A verb, attribute or value
/// that is not here is a finding, were it only misspelt: Twilio itself would ignore it, or drop the call.
/// </summary>
internal static class TwimlRules
{
    private const int MostBytes = 64 * 1024;

    private static readonly FrozenDictionary<string, string[]> Nesting = new Dictionary<string, string[]>
    {
        ["Response"] = ["Say", "Play", "Pause", "Gather", "Record", "Dial", "Redirect", "Hangup", "Reject", "Start", "Stop"],
        ["Gather"] = ["Say", "Play", "Pause"],
        ["Dial"] = ["Number"],
        ["Start"] = ["Transcription"],
        ["Stop"] = ["Transcription"],
    }.ToFrozenDictionary();

    /// <summary>By language; a name that ends with a hyphen begins those of many voices.</summary>
    private static readonly FrozenDictionary<string, string[]> Voices = new Dictionary<string, string[]>
    {
        ["fr-FR"] = ["Polly.Celine", "Polly.Mathieu", "Polly.Lea", "Polly.Remi-Neural", "Google.fr-FR-"],
        ["en-GB"] = ["Polly.Amy", "Polly.Brian", "Polly.Emma", "Polly.Arthur-Neural", "Google.en-GB-"],
        ["en-US"] = ["Polly.Joanna", "Polly.Matthew", "Google.en-US-"],
    }.ToFrozenDictionary();

    private static readonly string[] Spoken = ["Say", "Play", "Redirect", "Number"];

    private static readonly FrozenDictionary<string, (string Name, Func<string, bool> IsRight)[]> Attributes = new Dictionary<string, (string Name, Func<string, bool> IsRight)[]>
    {
        ["Say"] = [("voice", IsVoice), ("language", OneOf("fr-FR", "en-GB", "en-US")), ("loop", Number(0, 1000))],
        ["Play"] = [("loop", Number(0, 1000)), ("digits", Keys("0123456789*#wW"))],
        ["Pause"] = [("length", Number(1, 600))],
        ["Gather"] =
        [
            ("input", SomeOf("dtmf", "speech")), ("action", IsUrl), ("method", IsMethod), ("timeout", Number(1, 600)), ("numDigits", Number(1, 64)),
            ("finishOnKey", Keys("0123456789*#")), ("actionOnEmptyResult", IsTruth), ("language", OneOf("fr-FR", "en-GB", "en-US")), ("hints", _ => true),
            ("speechTimeout", value => value == "auto" || Number(1, 60)(value)), ("speechModel", _ => true), ("profanityFilter", IsTruth), ("bargeIn", IsTruth),
        ],
        ["Record"] =
        [
            ("action", IsUrl), ("method", IsMethod), ("timeout", Number(1, 600)), ("finishOnKey", Keys("0123456789*#")), ("maxLength", Number(1, 14_400)),
            ("playBeep", IsTruth), ("trim", OneOf("trim-silence", "do-not-trim")), ("recordingStatusCallback", IsUrl), ("recordingStatusCallbackMethod", IsMethod),
            ("recordingStatusCallbackEvent", SomeOf("in-progress", "completed", "absent")), ("transcribe", OneOf("false")),
        ],
        ["Dial"] =
        [
            ("action", IsUrl), ("method", IsMethod), ("timeout", Number(5, 600)), ("callerId", IsNumber), ("answerOnBridge", IsTruth),
            ("timeLimit", Number(1, 86_400)), ("hangupOnStar", IsTruth), ("record", OneOf("do-not-record")),
            ("ringTone", OneOf("fr", "uk", "us")),
        ],
        ["Number"] =
        [
            ("url", IsUrl), ("method", IsMethod), ("statusCallback", IsUrl), ("statusCallbackMethod", IsMethod),
            ("statusCallbackEvent", SomeOf("initiated", "ringing", "answered", "completed")), ("machineDetection", OneOf("Enable", "DetectMessageEnd")),
        ],
        ["Redirect"] = [("method", IsMethod)],
        ["Hangup"] = [],
        ["Reject"] = [("reason", OneOf("rejected", "busy"))],
        ["Start"] = [],
        ["Stop"] = [],
        ["Transcription"] =
        [
            ("name", _ => true), ("languageCode", OneOf("fr-FR", "en-GB", "en-US")), ("track", OneOf("inbound_track", "outbound_track", "both_tracks")),
            ("statusCallbackUrl", IsUrl), ("statusCallbackMethod", IsMethod), ("partialResults", IsTruth), ("enableAutomaticPunctuation", IsTruth),
            ("hints", _ => true), ("transcriptionEngine", OneOf("google", "deepgram")), ("speechModel", _ => true), ("profanityFilter", IsTruth),
        ],
    }.ToFrozenDictionary();

    /// <param name="whisper">It is heard by somebody who is being put through, which allows fewer verbs.</param>
    /// <returns>The document, and everything that is wrong with it; no document when it cannot be read at all.</returns>
    public static (XElement? Response, IReadOnlyList<string> Findings) Read(string xml, bool whisper = false)
    {
        XElement response;
        try
        {
            response = XDocument.Parse(xml).Root!;
        }
        catch (XmlException unreadable)
        {
            return (null, [unreadable.Message]);
        }
        if (response.Name != "Response")
            return (null, [$"<{response.Name}> instead of <Response>"]);
        List<string> findings = [.. response.Elements().SelectMany(verb => In("Response", verb)), .. Unreachable(response)];
        if (Encoding.UTF8.GetByteCount(xml) > MostBytes)
            findings.Add("more than 64 KB");
        if (whisper && response.Descendants().FirstOrDefault(verb => verb.Name.LocalName is "Dial" or "Record" or "Reject" or "Start") is { } forbidden)
            findings.Add($"<{forbidden.Name}> in a whisper");
        return (response, findings);
    }

    /// <summary>E.164.</summary>
    public static bool IsNumber(string value) => value is ['+', >= '1' and <= '9', .. var digits] && digits.All(char.IsAsciiDigit) && digits.Length is >= 5 and <= 14;

    private static IEnumerable<string> In(string parent, XElement element)
    {
        var name = element.Name.ToString();
        if (!Nesting[parent].Contains(name))
            return [$"<{name}> in <{parent}>"];
        var text = element.Nodes().OfType<XText>().Any(node => !string.IsNullOrWhiteSpace(node.Value));
        string[] about =
        [
            .. element.Attributes().Where(one => !Attributes[name].Any(known => known.Name == one.Name && known.IsRight(one.Value))).Select(one => $"<{name} {one}>"),
            .. text != Spoken.Contains(name) ? [$"<{name}> {(text ? "with a text" : "without a text")}"] : Array.Empty<string>(),
            .. name == "Say" && (element.Attribute("voice") is null || element.Attribute("language") is null) ? ["<Say> without a voice or a language"] : Array.Empty<string>(),
            .. name == "Say" && !Fits(element) ? [$"a voice of another language: {element}"] : Array.Empty<string>(),
        ];
        return Nesting.ContainsKey(name) ? about.Concat(element.Elements().SelectMany(child => In(name, child))) : about.Concat(element.Elements().Select(child => $"<{child.Name}> in <{name}>"));
    }

    private static IEnumerable<string> Unreachable(XElement response) => response.Elements()
        .Where(verb => verb.PreviousNode is XElement { Name.LocalName: "Redirect" or "Hangup" or "Reject" })
        .Select(verb => $"<{verb.Name}> is never reached");

    private static bool Fits(XElement say) => (string?)say.Attribute("voice") is not { } voice || (string?)say.Attribute("language") is not { } language
        || Voices[language].Any(voice.StartsWith);

    private static bool IsVoice(string value) => Voices.Values.Any(voices => voices.Any(value.StartsWith));

    private static bool IsUrl(string value) => Uri.TryCreate(value, UriKind.RelativeOrAbsolute, out _) && value.Length is > 0 and <= 4000 && !value.Contains(' ', StringComparison.Ordinal);

    private static bool IsMethod(string value) => value is "GET" or "POST";

    private static bool IsTruth(string value) => value is "true" or "false";

    private static Func<string, bool> OneOf(params string[] values) => values.Contains;

    private static Func<string, bool> SomeOf(params string[] values) => value => value.Split(' ').All(values.Contains);

    private static Func<string, bool> Keys(string keys) => value => value.All(keys.Contains);

    private static Func<string, bool> Number(int least, int most) =>
        value => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most;
}
