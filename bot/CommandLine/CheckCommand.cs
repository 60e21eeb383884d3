using System.CommandLine;
using ChatSupport.Bot.Configuration;
using ChatSupport.Bot.Language;
using ChatSupport.Desk.Language;

namespace ChatSupport.Bot.CommandLine;

/// <summary>
/// <c>bot check</c>: would the desk start, and would what it needs answer? One line for each item, and what to do about it. Everything
/// but <c>--lang</c> is configuration, as for the start itself.
/// </summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var lang = new Option<string>("--lang") { Description = Said("CommandLine.Check.lang"), HelpName = "fr|en" };
        var command = new Command("check", Said("CommandLine.Check")) { lang };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, stop) => Run(parsed.GetValue(lang), [.. parsed.UnmatchedTokens], stop));
        return command;

        async Task<int> Run(string? spoken, string[] settings, CancellationToken stop)
        {
            var tongue = Tongues.Parse(spoken) ?? terminal.Tongue;
            if (spoken is not null && Tongues.Parse(spoken) is null)
                return terminal.Refuse(BotText.Say("CommandLine.Lang", spoken), tongue);

            var isGood = true;
            await foreach (var item in Checklist.Of(Configuration(settings)).WithCancellation(stop))
            {
                terminal.Output.WriteLine($"{item.Mark} {item.Says.In(tongue)}");
                isGood &= item.Mark != CheckItem.Bad;
            }
            return isGood ? 0 : 1;
        }

        string Said(string key) => BotText.Say(key).In(terminal.Tongue);
    }

    private static WebApplicationBuilder Configuration(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(settings);
        builder.Configuration.AddQuietDefaults();
        return builder;
    }
}
