using ChatSupport.Bot.Configuration;
using ChatSupport.Bot.Teams.Wire;

namespace ChatSupport.Bot.Teams;

/// <summary>The section <c>Teams</c>: a bot registered for one tenant, its own.</summary>
/// <param name="AppId">Empty in the demo only: whoever is on this machine speaks without a token.</param>
/// <param name="TenantId">The tenant that the bot is registered in; its tokens come from there, whoever it speaks to.</param>
/// <param name="LoginUrl">Where those tokens come from.</param>
/// <param name="OpenIdMetadataUrl">Where the keys are found by which requests are signed.</param>
internal sealed record TeamsSettings(string AppId, string AppPassword, string TenantId, Uri LoginUrl, Uri OpenIdMetadataUrl, ServiceHosts Hosts)
{
    private static readonly string[] Credentials = ["AppPassword", "TenantId"];
    private const string Login = "https://login.microsoftonline.com";
    private const string Metadata = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>The Agents Playground has no credentials, and in the demo needs none.</summary>
    public bool IsUnguarded => AppId.Length == 0;

    /// <summary>How the bot is called among those who speak in a conversation.</summary>
    public string BotId => $"28:{AppId}";

    /// <returns>Null: the door is off.</returns>
    public static TeamsSettings? Read(IConfigurationSection section, bool isDemo, Findings findings)
    {
        var appId = section["AppId"] ?? "";
        if (appId.Length == 0 && !isDemo)
        {
            if (section.Exists())
                findings.Add("TeamsAppIdMissing");
            return null;
        }
        foreach (var key in Credentials.Where(key => appId.Length > 0 && string.IsNullOrWhiteSpace(section[key])))
            findings.Add("TeamsCredentialMissing", key);
        return new TeamsSettings(
            appId, section["AppPassword"] ?? "", section["TenantId"] ?? "", Address(section, "LoginUrl", Login, findings),
            Address(section, "OpenIdMetadataUrl", Metadata, findings), ServiceHosts.Read(section.GetSection("ServiceHosts"), isDemo, findings));
    }

    /// <summary>Secrets and keys travel encrypted, or on this machine.</summary>
    public static bool IsSafe(Uri url) => url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && Loopback.Is(url.Host));

    /// <summary>Never the secret: it must not reach a log line.</summary>
    public override string ToString() => nameof(TeamsSettings);

    private static Uri Address(IConfigurationSection section, string key, string usual, Findings findings)
    {
        if (Uri.TryCreate(section[key] is { Length: > 0 } given ? given : usual, UriKind.Absolute, out var url) && IsSafe(url))
            return url;
        findings.Add("TeamsUrlWrong", key, section[key]);
        return new Uri(usual);
    }
}
