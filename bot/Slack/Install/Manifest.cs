using System.Text.Json.Nodes;

namespace ChatSupport.Bot.Slack.Install;

/// <summary>The app's manifest, as it is handed to Slack: what the app may do, and where it is reached.</summary>
internal static class Manifest
{
    /// <summary>What stands in the file for the address of this program.</summary>
    private const string Example = "https://support.example.com";

    /// <param name="baseUrl">How Slack reaches this program; null keeps the example's address.</param>
    /// <param name="overSocket">Nothing has to be reached: events come over Socket Mode.</param>
    public static JsonObject For(Uri? baseUrl, bool overSocket)
    {
        var text = Text();
        if (baseUrl is not null)
            text = text.Replace(Example, baseUrl.ToString().TrimEnd('/'), StringComparison.Ordinal);
        var manifest = JsonNode.Parse(text)!.AsObject();
        if (overSocket)
            WithoutAddresses(manifest);
        return manifest;
    }

    public static IEnumerable<string> BotScopes() => For(null, false)["oauth_config"]!["scopes"]!["bot"]!.AsArray().Select(scope => (string)scope!);

    private static void WithoutAddresses(JsonObject manifest)
    {
        manifest["settings"]!["socket_mode_enabled"] = true;
        manifest["settings"]!["event_subscriptions"]!.AsObject().Remove("request_url");
        manifest["settings"]!["interactivity"]!.AsObject().Remove("request_url");
        foreach (var command in manifest["features"]!["slash_commands"]!.AsArray())
            command!.AsObject().Remove("url");
    }

    private static string Text()
    {
        using var file = typeof(Manifest).Assembly.GetManifestResourceStream("slack/manifest.json")!;
        using var reader = new System.IO.StreamReader(file);
        return reader.ReadToEnd();
    }
}
