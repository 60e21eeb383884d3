using System.CommandLine;
using ChatSupport.Bot.Configuration;
using ChatSupport.Bot.Language;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.CommandLine;

/// <summary>
/// <c>bot backup --to file</c>: a copy of the embedded store while the desk goes on. Everything but the options is configuration, as for
/// the start itself.
/// </summary>
internal static class BackupCommand
{
    public static Command Create(Terminal terminal)
    {
        var to = new Option<string>("--to") { Description = Said("CommandLine.Backup.to"), Required = true };
        var command = new Command("backup", Said("CommandLine.Backup")) { to };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, _) => Task.FromResult(Run(parsed.GetValue(to)!, [.. parsed.UnmatchedTokens])));
        return command;

        int Run(string copy, string[] arguments)
        {
            var builder = WebApplication.CreateBuilder(arguments);
            builder.Configuration.AddQuietDefaults();
            var settings = BotSettings.Read(builder.Configuration, builder.Environment, new Findings());
            try
            {
                var size = Backup.Write(settings.Store, copy);
                terminal.Output.WriteLine(BotText.Say("CommandLine.Backup.Done", copy, Math.Round(size / 1_048_576.0, 1), settings.Folder).In(terminal.Tongue));
                return 0;
            }
            catch (StoreRefusedException refused)
            {
                return terminal.Refuse(refused.Sentence, terminal.Tongue);
            }
        }

        string Said(string key) => BotText.Say(key).In(terminal.Tongue);
    }
}
