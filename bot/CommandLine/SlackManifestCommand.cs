using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using ChatSupport.Bot.Language;
using ChatSupport.Bot.Slack.Install;

namespace ChatSupport.Bot.CommandLine;

/// <summary>
/// <c>bot manifest slack</c>: the app manifest to paste where Slack creates apps, with this program's address in it. Everything but
/// <c>--socket</c> is configuration, as for the start itself.
/// </summary>
internal static class SlackManifestCommand
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(Terminal terminal)
    {
        var socket = new Option<bool>("--socket") { Description = Said("CommandLine.Manifest.Slack.socket") };
        var command = new Command("slack", Said("CommandLine.Manifest.Slack")) { socket };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(parsed => Write(parsed.GetValue(socket), [.. parsed.UnmatchedTokens]));
        return command;

        int Write(bool overSocket, string[] settings)
        {
            var configuration = WebApplication.CreateBuilder(settings).Configuration;
            var text = configuration["Public:BaseUrl"];
            var isUrl = Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http";
            overSocket |= string.IsNullOrEmpty(text) && configuration["Slack:AppToken"] is { Length: > 0 };
            if (!isUrl && !overSocket)
                return terminal.Refuse(BotText.Say("CommandLine.Manifest.BaseUrl", text ?? ""), terminal.Tongue);
            terminal.Output.WriteLine(Manifest.For(isUrl ? address : null, overSocket).ToJsonString(Json));
            return 0;
        }

        string Said(string key) => BotText.Say(key).In(terminal.Tongue);
    }
}
