using ChatSupport.Bot.Configuration;

namespace ChatSupport.Bot.Slack;

/// <summary>The section <c>Slack</c>. The door is on when Slack can reach us (SigningSecret) or we reach it (AppToken).</summary>
/// <param name="SigningSecret">Null while only Socket Mode is used.</param>
/// <param name="BotToken">Serves every workspace that has no installation of its own.</param>
/// <param name="AppToken">Set: events come over Socket Mode, and no public address is needed.</param>
/// <param name="ApiUrl">Where Slack is, with a slash at its end; every address of Slack's is derived from it.</param>
internal sealed record SlackSettings(string? SigningSecret, string? BotToken, string? AppToken, Uri ApiUrl)
{
    private static readonly string[] Credentials = ["BotToken", "ClientId", "ClientSecret"];

    /// <summary>Further workspaces install the app themselves when the app's own credentials are known.</summary>
    public SlackApp? App { get; init; }

    /// <returns>Null: the door is off.</returns>
    public static SlackSettings? Read(IConfigurationSection section, Uri? baseUrl, Findings findings)
    {
        var (secret, appToken) = (Text(section, "SigningSecret"), Text(section, "AppToken"));
        if (secret is null && appToken is null)
        {
            if (Credentials.FirstOrDefault(key => Text(section, key) is not null) is { } alone)
                findings.Add("SlackUnheard", alone);
            return null;
        }
        var (id, key) = (Text(section, "ClientId"), Text(section, "ClientSecret"));
        if (id is null != key is null)
            findings.Add("SlackAppIncomplete", id is null ? "ClientId" : "ClientSecret");
        var app = id is not null && key is not null ? new SlackApp(id, key) : null;
        if (Text(section, "BotToken") is null && app is null)
            findings.Add("SlackTokenMissing");
        if (!Uri.TryCreate((Text(section, "ApiUrl") ?? "https://slack.com/api").TrimEnd('/') + '/', UriKind.Absolute, out var api) || !IsSafe(api))
            findings.Add("SlackApiUrlWrong", section["ApiUrl"]);
        if (app is not null && baseUrl is null)
            findings.Add("SlackInstallNeedsBaseUrl");
        return new SlackSettings(secret, Text(section, "BotToken"), appToken, api!) { App = app };
    }

    /// <summary>Tokens travel encrypted, or on this machine.</summary>
    public static bool IsSafe(Uri url) => url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback);

    /// <summary>Never the secrets: they must not reach a log line.</summary>
    public override string ToString() => nameof(SlackSettings);

    private static string? Text(IConfigurationSection section, string key) => section[key] is { Length: > 0 } text ? text : null;
}

/// <summary>The app's own credentials, for the installation in further workspaces.</summary>
internal sealed record SlackApp(string ClientId, string ClientSecret)
{
    public override string ToString() => ClientId;
}
