using ChatSupport.Desk.Language;

namespace ChatSupport.Tests.CommandLine;

public sealed class DeadlineCommandTests
{
    [Theory]
    [InlineData("BUSINESS", "P1", "2026-12-24T17:30:00+01:00", "2026-12-28T11:30:00+01:00")]
    [InlineData("business", "p1", "2026-12-24T16:30:00Z", "2026-12-28T11:30:00+01:00")]
    [InlineData("BUSINESS", "P1", "2026-12-24T17:30", "2026-12-28T11:30:00+01:00")]
    [InlineData("PREMIUM", "P1", "2027-03-28T01:30:00+01:00", "2027-03-28T03:30:00+02:00")]
    [InlineData("DEVELOPPEUR", "P2", "2026-12-31T18:00:00+01:00", "2027-01-05T18:00:00+01:00")]
    public async Task It_prints_the_deadline_and_nothing_else(string plan, string priority, string from, string due)
    {
        var run = await CommandLineRun.Of("deadline", "--plan", plan, "--priority", priority, "--from", from);

        Assert.Equal(0, run.Exit);
        Assert.Equal([due], run.Lines);
        Assert.Empty(run.Error);
        Assert.Null(run.Hosted);
    }

    [Fact]
    public async Task Best_effort_is_said_in_words()
    {
        var run = await CommandLineRun.Of("deadline", "--plan", "PREMIUM", "--priority", "P3", "--from", "2026-12-24T17:30");

        Assert.Equal(0, run.Exit);
        Assert.Equal(["best effort"], run.Lines);
    }

    [Theory]
    [InlineData("fr", "Le vendredi 25 décembre 2026\u00a0: non compté, Noël.")]
    [InlineData("en", "Friday 25 December 2026: not counted, Christmas Day.")]
    public async Task It_explains_itself_in_the_language_asked_for(string lang, string line)
    {
        var run = await CommandLineRun.Of("deadline", "--plan=BUSINESS", "--priority=P1", "--from=2026-12-24T17:30", "--explain", "--lang", lang);

        Assert.Equal("2026-12-28T11:30:00+01:00", run.Lines[0]);
        Assert.Contains(line, run.Lines);
    }

    [Fact]
    public async Task It_speaks_the_language_of_the_locale_unless_told_otherwise()
    {
        var run = await CommandLineRun.Of("", Tongue.English, "deadline", "--plan", "BUSINESS", "--priority", "P1", "--from", "2026-12-24T17:30", "--explain");

        Assert.StartsWith("Due on Monday 28 December 2026", run.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_DEVELOPPEUR_P1_is_answered_as_P2_and_the_reason_stays_out_of_the_output()
    {
        var run = await CommandLineRun.Of("", Tongue.English, "deadline", "--plan", "DEVELOPPEUR", "--priority", "P1", "--from", "2026-12-31T18:00");

        Assert.Equal(0, run.Exit);
        Assert.Equal(["2027-01-05T18:00:00+01:00"], run.Lines);
        Assert.Equal("DEVELOPPEUR has no P1 – Critical: the deadline is computed for P2 – Major.", run.Error.TrimEnd());
    }

    [Theory]
    [InlineData("set it to DEVELOPPEUR, BUSINESS or PREMIUM", "--plan", "GOLD", "--priority", "P1", "--from", "2026-12-24T17:30")]
    [InlineData("The plan is missing", "--priority", "P1", "--from", "2026-12-24T17:30")]
    [InlineData("set it to P1, P2 or P3", "--plan", "BUSINESS", "--priority", "1", "--from", "2026-12-24T17:30")]
    [InlineData("The priority is missing", "--plan", "BUSINESS", "--from", "2026-12-24T17:30")]
    [InlineData("“yesterday” cannot be read", "--plan", "BUSINESS", "--priority", "P1", "--from", "yesterday")]
    [InlineData("The starting time (from) is missing", "--plan", "BUSINESS", "--priority", "P1")]
    [InlineData("--lang is fr or en, not “de”", "--lang", "de")]
    [InlineData("see bot deadline --help", "--plan")]
    [InlineData("see bot deadline --help", "--plan", "BUSINESS", "--priority", "P1", "--from", "2026-12-24T17:30", "--explian")]
    public async Task What_it_cannot_answer_it_refuses_in_one_sentence_that_says_what_to_set(string sentence, params string[] args)
    {
        var run = await CommandLineRun.Of("", Tongue.English, ["deadline", .. args]);

        Assert.Equal(1, run.Exit);
        Assert.Empty(run.Output);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task It_refuses_in_French_too()
    {
        var run = await CommandLineRun.Of("deadline", "--plan", "GOLD", "--lang", "fr");

        Assert.Equal("L’offre (plan) «\u00a0GOLD\u00a0» n’existe pas\u00a0: indiquez DEVELOPPEUR, BUSINESS ou PREMIUM.", run.Error.TrimEnd());
    }
}
