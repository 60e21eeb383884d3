using System.Globalization;
using ChatSupport.Voice.Paging;

namespace ChatSupport.Voice.Carrier;

/// <summary>
/// The addresses of the phone door. In answers they are paths, which the carrier reads against where it asked; the calls that the desk
/// places need them whole.
/// </summary>
internal sealed class VoiceUrls(VoiceSettings settings)
{
    /// <summary>
    /// Has the carrier tell a report again until it is written down: by itself it only asks once more where no connection was made.
    /// It is for the carrier alone, and not sent.
    /// </summary>
    public const string UntilTaken = "#rc=5&rp=all";

    private readonly string prefix = settings.BaseUrl.AbsolutePath.TrimEnd('/');

    public string Recording => Path("recording") + UntilTaken;

    public string Transcription => Path("transcription") + UntilTaken;

    public string Fallback => Path("fallback");

    public string Step(int turn) => Path("step", ("turn", turn));

    /// <param name="again">How often the caller was asked for a moment's patience.</param>
    public string Now(int again) => Path("now", ("again", again));

    public string Whisper(string call, string engineer, int again = 0) => Path("whisper", ("call", call), ("to", engineer), ("again", again));

    public string WhisperKey(string call, string engineer) => Path("whisper/key", ("call", call), ("to", engineer));

    public string TakenMeanwhile => Path("taken");

    public string Page(PageCall page, int again = 0) => Page("page", page, again);

    public string PageKey(PageCall page) => Page("page/key", page);

    /// <summary>Whole, for a call that is still to be placed.</summary>
    public PageUrls Of(PageCall page) => new(Whole(Page(page)), Whole(Page("page/status", page)) + UntilTaken, Whole(Page("page/machine", page)) + UntilTaken);

    /// <summary>Where people declare in writing.</summary>
    public string Portal => Whole($"{prefix}/portal");

    /// <summary>What is recorded while the desk is out of order tells later whose call it was.</summary>
    public string RecordingOf(string number, long receivedAt) => Path("recording", ("number", number), ("at", receivedAt)) + UntilTaken;

    /// <summary>The whole address of a path of this door.</summary>
    public string Whole(string path) => settings.BaseUrl.GetLeftPart(UriPartial.Authority) + path;

    public string Path(string name, params IEnumerable<(string Key, object Value)> query)
    {
        var pairs = query.Select(pair => $"{pair.Key}={Uri.EscapeDataString(string.Create(CultureInfo.InvariantCulture, $"{pair.Value}"))}").ToList();
        return $"{prefix}/voice/{name}{(pairs.Count > 0 ? "?" : "")}{string.Join('&', pairs)}";
    }

    private string Page(string name, PageCall page, int again = 0) => Path(
        name, ("about", page.About), ("subject", page.Subject), ("to", page.Engineer), ("step", page.Step), ("round", page.Round), ("again", again));
}
