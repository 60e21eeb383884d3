using ChatSupport.Desk.Language;

namespace ChatSupport.Tests.CommandLine;

public sealed class BotCommandTests
{
    [Theory]
    [InlineData]
    [InlineData("--urls=http://127.0.0.1:0", "--Demo:Enabled=true")]
    [InlineData("--urls", "http://127.0.0.1:0", "/Demo:Enabled", "true", "@file", "-x")]
    [InlineData("Demo:Enabled=true")]
    public async Task Without_a_subcommand_the_desk_starts_with_every_argument_untouched(params string[] args)
    {
        var run = await CommandLineRun.Of(args);

        Assert.Equal(args, run.Hosted);
        Assert.Equal(42, run.Exit);
        Assert.Empty(run.Output + run.Error);
    }

    [Fact]
    public async Task A_mistyped_command_does_not_start_the_desk()
    {
        var run = await CommandLineRun.Of("", Tongue.English, "deadlin", "--plan", "BUSINESS");

        Assert.Null(run.Hosted);
        Assert.Equal(1, run.Exit);
        Assert.StartsWith("There is no command “deadlin”", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Tongue.French, "Indique l’échéance")]
    [InlineData(Tongue.English, "Says when the first response")]
    public async Task Help_speaks_the_language_of_the_locale(Tongue locale, string said)
    {
        var run = await CommandLineRun.Of("", locale, "--help");

        Assert.Equal(0, run.Exit);
        Assert.Contains(said, run.Output, StringComparison.Ordinal);
        Assert.Null(run.Hosted);
    }
}
