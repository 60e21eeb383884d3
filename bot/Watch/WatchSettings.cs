using System.Globalization;
using ChatSupport.Bot.Configuration;

namespace ChatSupport.Bot.Watch;

/// <summary>Who is told how the program does without asking: the section <c>Watch</c>, and OpenTelemetry's own names.</summary>
/// <param name="HeartbeatUrl">Fetched as long as all is well; whoever is behind it sounds the alarm when that stops. Null: nobody is.</param>
/// <param name="HeartbeatEvery">10 s to an hour.</param>
/// <param name="TracesTo">Where traces go, <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>. Null: nothing is traced.</param>
internal sealed record WatchSettings(Uri? HeartbeatUrl = null, TimeSpan? HeartbeatEvery = null, Uri? TracesTo = null)
{
    private const int Shortest = 10;
    private const int Longest = 3_600;
    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);

    public TimeSpan Every => HeartbeatEvery ?? AMinute;

    public static WatchSettings Read(IConfiguration configuration, Findings findings) => new(
        Url(configuration, "Watch:HeartbeatUrl", findings), Seconds(configuration["Watch:HeartbeatSeconds"], findings),
        Url(configuration, "OTEL_EXPORTER_OTLP_ENDPOINT", findings));

    /// <summary>The finding does not repeat it: such addresses often hold a secret.</summary>
    private static Uri? Url(IConfiguration configuration, string key, Findings findings)
    {
        if (configuration[key] is not { Length: > 0 } text)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http")
            return url;
        findings.Add("UrlWrong", key);
        return null;
    }

    private static TimeSpan? Seconds(string? text, Findings findings)
    {
        if (text is null)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= Shortest and <= Longest)
            return TimeSpan.FromSeconds(seconds);
        findings.Add("HeartbeatSecondsWrong", text, Shortest, Longest);
        return null;
    }
}
