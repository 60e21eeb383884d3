using System.IO;
using ChatSupport.Bot.CommandLine;
using ChatSupport.Desk.Language;

namespace ChatSupport.Tests.CommandLine;

/// <summary>One run of the program, as a shell would see it.</summary>
internal sealed record CommandLineRun(int Exit, string Output, string Error, string[]? Hosted)
{
    public string[] Lines => Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    public static Task<CommandLineRun> Of(params string[] args) => Of("", Tongue.French, args);

    public static async Task<CommandLineRun> Of(string input, Tongue locale, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var reader = new StringReader(input);
        string[]? hosted = null;
        var exit = await BotCommand.RunAsync(args, Host, new Terminal(reader, output, error, locale));
        return new(exit, output.ToString(), error.ToString(), hosted);

        Task<int> Host(string[] passed)
        {
            hosted = passed;
            return Task.FromResult(42);
        }
    }
}
