using ChatSupport.Bot.Configuration;
using ChatSupport.Desk.Clock;
using NodaTime;

namespace ChatSupport.Bot.Playground;

/// <summary>The demo: everything on one loopback address with a cast of its own and a clock that can be moved.</summary>
/// <param name="Clock">Where the desk's clock starts and stands still until moved; null lets it run with the real one.</param>
/// <param name="Phone">Whether the page has telephones while no carrier is configured.</param>
internal sealed record DemoSettings(Instant? Clock, bool Phone = true)
{
    /// <summary>The configuration that makes this somebody's real desk, beside which the demo starts only when told to.</summary>
    private static readonly string[] RealSections = ["Directory", "Public", "Slack", "Teams", "Twilio", "Mail", "Api", "ConnectionStrings"];

    /// <returns>Null when the program is to be a real desk.</returns>
    public static DemoSettings? Read(IConfiguration configuration, IHostEnvironment environment, Findings findings)
    {
        var isAlone = !RealSections.Any(section => configuration.GetSection(section).Exists());
        var isDevelopment = environment.IsDevelopment() || IsUnset(configuration);
        var asked = AskedFor(configuration["Demo:Enabled"], findings);
        if (asked == true && !isDevelopment)
            findings.Add("DemoOutsideDevelopment", environment.EnvironmentName);
        if (!isDevelopment || !(asked ?? isAlone))
            return null;
        foreach (var url in ListeningUrls.Configured(configuration).Where(url => ListeningUrls.IsLoopback(url) == false))
            findings.Add("DemoNotLoopback", url);
        return new DemoSettings(ClockOf(configuration["Demo:Clock"], findings), !string.Equals(configuration["Demo:Phone"], "false", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A stranger who names no environment may see the demo, although an unset one otherwise means production.</summary>
    private static bool IsUnset(IConfiguration configuration) =>
        configuration["ASPNETCORE_ENVIRONMENT"] is null && configuration["DOTNET_ENVIRONMENT"] is null && configuration["ENVIRONMENT"] is null;

    private static bool? AskedFor(string? text, Findings findings)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (bool.TryParse(text, out var asked))
            return asked;
        findings.Add("DemoEnabledWrong", text);
        return null;
    }

    private static Instant? ClockOf(string? text, Findings findings)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (IsoTime.Read(text) is { } at)
            return at;
        findings.Add("DemoClockWrong", text);
        return null;
    }
}
