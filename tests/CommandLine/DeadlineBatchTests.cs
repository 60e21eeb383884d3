using System.Text.Json;
using ChatSupport.Desk.Language;

namespace ChatSupport.Tests.CommandLine;

public sealed class DeadlineBatchTests
{
    [Fact]
    public async Task Each_line_is_answered_by_a_line_in_order()
    {
        var run = await CommandLineRun.Of(
            """
            {"plan":"BUSINESS","priority":"P1","from":"2026-12-24T17:30:00+01:00"}
            {"plan":"PREMIUM","priority":"P3","from":"2026-12-24T17:30:00+01:00"}
            {"plan":"DEVELOPPEUR","priority":"P1","from":"2026-12-31T18:00:00+01:00"}
            """,
            Tongue.French,
            "deadline",
            "--batch");

        Assert.Equal(0, run.Exit);
        Assert.Equal(
            ["""{"dueAt":"2026-12-28T11:30:00+01:00"}""", """{"dueAt":null}""", """{"dueAt":"2027-01-05T18:00:00+01:00"}"""],
            run.Lines);
        Assert.Empty(run.Error);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"plan":"BUSINESS","priority":1,"from":"2026-12-24T17:30"}""")]
    [InlineData("""{"plan":"GOLD","priority":"P1","from":"2026-12-24T17:30"}""")]
    [InlineData("""{"plan":"BUSINESS","priority":"P1"}""")]
    [InlineData("""{"plan":"BUSINESS","priority":"P1","from":"9999-12-31T23:59:59Z"}""")]
    public async Task A_bad_line_says_why_and_does_not_stop_the_others(string bad)
    {
        const string Good = """{"plan":"BUSINESS","priority":"P1","from":"2026-12-24T17:30"}""";
        var run = await CommandLineRun.Of($"{bad}\n{Good}\n", Tongue.English, "deadline", "--batch");

        Assert.Equal(1, run.Exit);
        Assert.Equal(2, run.Lines.Length);
        using var answer = JsonDocument.Parse(run.Lines[0]);
        Assert.Equal(JsonValueKind.Null, answer.RootElement.GetProperty("dueAt").ValueKind);
        Assert.EndsWith(".", answer.RootElement.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal("""{"dueAt":"2026-12-28T11:30:00+01:00"}""", run.Lines[1]);
    }

    [Theory]
    [InlineData("fr", "indiquez P1, P2 ou P3")]
    [InlineData("en", "set it to P1, P2 or P3")]
    public async Task An_error_is_told_in_the_language_asked_for(string lang, string said)
    {
        var run = await CommandLineRun.Of("""{"plan":"BUSINESS","priority":"P4","from":"2026-12-24T17:30"}""", Tongue.French, "deadline", "--batch", "--lang", lang);

        Assert.Contains(said, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_thousand_lines_are_all_answered()
    {
        var input = string.Join('\n', Enumerable.Range(0, 100_000).Select(line =>
            $$"""{"plan":"PREMIUM","priority":"P2","from":"2026-{{1 + line % 12:00}}-{{1 + line % 28:00}}T12:00Z"}"""));

        var run = await CommandLineRun.Of(input, Tongue.French, "deadline", "--batch");

        Assert.Equal(0, run.Exit);
        Assert.Equal(100_000, run.Lines.Length);
        Assert.All(run.Lines, line => Assert.StartsWith("{\"dueAt\":\"202", line, StringComparison.Ordinal));
    }
}
