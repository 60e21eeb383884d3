using System.CommandLine;
using System.Globalization;
using ChatSupport.Bot.Language;
using ChatSupport.Desk.Language;

namespace ChatSupport.Bot.CommandLine;

/// <summary>
/// The program as a command line. Without a subcommand it is the service desk itself, and every argument, such as
/// <c>--urls=...</c> or <c>--Demo:Enabled=true</c>, is configuration that passes to the host untouched.
/// </summary>
public static class BotCommand
{
    /// <returns>The exit code: the host's, or the subcommand's, 1 when it was refused.</returns>
    public static async Task<int> RunAsync(string[] args, Func<string[], Task<int>> host, Terminal terminal)
    {
        CultureInfo.CurrentUICulture = terminal.Tongue.Culture();
        var root = new RootCommand(BotText.Say("CommandLine.Bot").In(terminal.Tongue)) { TreatUnmatchedTokensAsErrors = false };
        root.Add(DeadlineCommand.Create(terminal));
        root.Add(CheckCommand.Create(terminal));
        root.Add(BackupCommand.Create(terminal));
        root.Add(MigrateStoreCommand.Create(terminal));
        root.Add(ManifestCommand.Create(terminal));
        root.SetAction(_ => IsConfiguration(args)
            ? host(args)
            : Task.FromResult(terminal.Refuse(BotText.Say("CommandLine.UnknownCommand", args[0]), terminal.Tongue)));

        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var command = parsed.CommandResult.Command;
        if (parsed.Errors.Count > 0 || (command.TreatUnmatchedTokensAsErrors && parsed.UnmatchedTokens.Count > 0))
            return terminal.Refuse(BotText.Say("CommandLine.NotUnderstood", string.Join(' ', args), command.Name), terminal.Tongue);

        // The host ends on a signal in its own way, and its failures are not to be hidden.
        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = terminal.Output,
            Error = terminal.Error,
            ProcessTerminationTimeout = null,
            EnableDefaultExceptionHandler = false,
        });
    }

    private static bool IsConfiguration(string[] args) =>
        args is [] or [['-' or '/', ..], ..] || args[0].Contains('=', StringComparison.Ordinal);
}
