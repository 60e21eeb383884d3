using System.IO;
using ChatSupport.Bot.Delivery;
using ChatSupport.Bot.Limits;
using ChatSupport.Bot.Mail;
using ChatSupport.Bot.Playground;
using ChatSupport.Bot.Sharing;
using ChatSupport.Bot.Slack;
using ChatSupport.Bot.Teams;
using ChatSupport.Bot.Watch;
using ChatSupport.Voice;

namespace ChatSupport.Bot.Configuration;

/// <summary>The whole configuration, read and checked once at the start. A section that is absent leaves its door off.</summary>
/// <param name="Store">The connection string <c>ConnectionStrings:Desk</c>, or the path of the embedded file.</param>
/// <param name="DirectoryPath">Who may speak to the desk.</param>
/// <param name="BaseUrl">How the outside reaches this program; null when nothing outside has to.</param>
/// <param name="Demo">Null outside the demo.</param>
/// <param name="Smtp">Null while no mail can be sent.</param>
internal sealed record BotSettings(string Store, string DirectoryPath, Uri? BaseUrl, DemoSettings? Demo, SmtpSettings? Smtp)
{
    public required DeliverySettings Delivery { get; init; }

    /// <summary>Where files are kept that are no rows, attachments and keys: <c>Data:Folder</c>, else beside the embedded store. Instances share it.</summary>
    public required string Folder { get; init; }

    public LimitsSettings Limits { get; init; } = new();

    public WatchSettings Watch { get; init; } = new();

    /// <summary>Null while the Teams door is off.</summary>
    public TeamsSettings? Teams { get; init; }

    /// <summary>Null while the Slack door is off.</summary>
    public SlackSettings? Slack { get; init; }
    /// <summary>What instances share and may forget: <c>ConnectionStrings:Redis</c>; null while there is none.</summary>
    public string? Redis { get; init; }

    /// <summary>Null while there is no phone.</summary>
    public VoiceSettings? Voice { get; init; }

    /// <exception cref="ConfigurationException">Something is missing or wrong; every finding is named.</exception>
    public static BotSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var findings = new Findings();
        var settings = Read(configuration, environment, findings);
        return findings.All.Count == 0 ? settings : throw new ConfigurationException(findings.All);
    }

    /// <summary>What can be read of it; what cannot is among the findings, and left out.</summary>
    public static BotSettings Read(IConfiguration configuration, IHostEnvironment environment, Findings findings)
    {
        foreach (var url in ListeningUrls.Configured(configuration).Where(url => ListeningUrls.IsLoopback(url) is null))
            findings.Add("UrlsWrong", url);
        var demo = DemoSettings.Read(configuration, environment, findings);
        var store = configuration.GetConnectionString("Desk") ?? Path.Combine(".data", demo is null ? "desk.db" : "demo.db");
        var folder = configuration["Data:Folder"] ?? Desk.Storage.Store.FolderOf(store) ?? ".data";
        var baseUrl = BaseUrlOf(configuration, findings);
        return new BotSettings(
            store,
            DirectoryOf(configuration, demo, findings),
            baseUrl,
            demo,
            SmtpSettings.Read(configuration.GetSection("Mail:Smtp"), findings))
        {
            Folder = folder,
            Redis = RedisOf(configuration, findings),
            Delivery = DeliverySettings.Read(configuration.GetSection("Delivery"), findings),
            Limits = LimitsSettings.Read(configuration, findings),
            Watch = WatchSettings.Read(configuration, findings),
            Teams = TeamsSettings.Read(configuration.GetSection("Teams"), demo is not null, findings),
            Slack = SlackSettings.Read(configuration.GetSection("Slack"), baseUrl, findings),
            Voice = VoiceSettings.Read(configuration, folder, baseUrl ?? InDemo(demo, configuration), findings.Add),
        };
    }

    private static string DirectoryOf(IConfiguration configuration, DemoSettings? demo, Findings findings)
    {
        var path = configuration["Directory:Path"] ?? (demo is null ? null : Path.Combine(AppContext.BaseDirectory, "demo", "directory.yaml"));
        if (path is null)
            findings.Add("DirectoryMissing");
        else if (!File.Exists(path))
            findings.Add("DirectoryNotFound", path);
        return path ?? "";
    }

    private static string? RedisOf(IConfiguration configuration, Findings findings)
    {
        if (configuration.GetConnectionString("Redis") is not { Length: > 0 } text)
            return null;
        try
        {
            if (SharedMemory.Read(text).EndPoints.Count > 0)
                return text;
        }
        catch (ArgumentException)
        {
        }
        findings.Add("RedisWrong");
        return null;
    }
    /// <summary>A carrier that stands beside the demo reaches it where it listens.</summary>
    private static Uri? InDemo(DemoSettings? demo, IConfiguration configuration) =>
        demo is not null && Uri.TryCreate(ListeningUrls.Configured(configuration) is [var first, ..] ? first : ListeningUrls.Default, UriKind.Absolute, out var url) ? url : null;

    private static Uri? BaseUrlOf(IConfiguration configuration, Findings findings)
    {
        if (configuration["Public:BaseUrl"] is not { Length: > 0 } text)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http")
            return url;
        findings.Add("BaseUrlWrong", text);
        return null;
    }
}
