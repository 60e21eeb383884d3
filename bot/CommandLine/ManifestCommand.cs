using System.CommandLine;
using System.IO;
using ChatSupport.Bot.Language;
using ChatSupport.Bot.Manifests;

namespace ChatSupport.Bot.CommandLine;

/// <summary>
/// <c>bot manifest</c>: writes what a chat system must be given so that it knows the desk, filled in from the configuration. Everything
/// but <c>--out</c> is configuration, as for the start itself.
/// </summary>
internal static class ManifestCommand
{
    public static Command Create(Terminal terminal) => new("manifest", Said(terminal, "CommandLine.Manifest")) { Teams(terminal), SlackManifestCommand.Create(terminal) };

    private static Command Teams(Terminal terminal)
    {
        var @out = new Option<FileInfo>("--out")
        {
            Description = Said(terminal, "CommandLine.Manifest.Teams.out"),
            HelpName = "chatsupport-teams.zip",
            DefaultValueFactory = _ => new FileInfo("chatsupport-teams.zip"),
        };
        var command = new Command("teams", Said(terminal, "CommandLine.Manifest.Teams")) { @out };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(parsed => Teams(terminal, parsed.GetRequiredValue(@out), [.. parsed.UnmatchedTokens]));
        return command;
    }

    private static int Teams(Terminal terminal, FileInfo file, string[] settings)
    {
        var configuration = WebApplication.CreateBuilder(settings).Configuration;
        var baseUrl = BaseUrl(configuration, terminal);
        if (!Guid.TryParseExact(configuration["Teams:AppId"], "D", out var appId))
            terminal.Refuse(BotText.Say("CommandLine.Manifest.TeamsAppId", configuration["Teams:AppId"] ?? ""), terminal.Tongue);
        else if (baseUrl is not null)
            return Write(terminal, file, stream => TeamsPackage.Write(stream, appId, baseUrl));
        return 1;
    }

    /// <returns>Null: the person was told what to set.</returns>
    private static Uri? BaseUrl(ConfigurationManager configuration, Terminal terminal)
    {
        if (Uri.TryCreate(configuration["Public:BaseUrl"], UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps)
            return url;
        terminal.Refuse(BotText.Say("CommandLine.Manifest.BaseUrl", configuration["Public:BaseUrl"] ?? ""), terminal.Tongue);
        return null;
    }

    private static int Write(Terminal terminal, FileInfo file, Action<Stream> content)
    {
        try
        {
            using var stream = file.Create();
            content(stream);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return terminal.Refuse(BotText.Say("CommandLine.Manifest.NotWritten", file.FullName), terminal.Tongue);
        }
        terminal.Output.WriteLine(Said(terminal, "CommandLine.Manifest.Teams.Written", file.FullName));
        return 0;
    }

    private static string Said(Terminal terminal, string key, params ReadOnlySpan<object?> with) => BotText.Say(key, with).In(terminal.Tongue);
}
