using ChatSupport.Desk.Storage;
using ChatSupport.Tests.Driver;
using Microsoft.Extensions.DependencyInjection;

namespace ChatSupport.Tests.Voice;

/// <summary>The desk is slow, or cannot write at all: the caller hears so, and is not lost.</summary>
[Trait("Store", "embedded")]
public sealed class SlowDeskTests
{
    private const string Night = "2026-12-06T03:05:00+01:00";
    private const string Prompt = "--Twilio:AnswerWithin=00:00:00.300";

    [Fact]
    public Task A_caller_is_asked_for_a_moment_and_then_goes_on() => PhoneStory.At(Night, async story =>
    {
        var writing = Occupies(story.Desk, out var done);
        var claire = story.Claire.Dials().Hears("Un instant, s’il vous plaît");
        await claire;
        done.SetResult();
        await writing;
        await claire.Hears("I N C, 0 0 0, 0 0 1").HangsUp();
        await story.Claire.GetsText("votre appel est reçu");
        await story.NadiaTakesIt();
        Assert.All(story.Carrier.Answers, took => Assert.True(took < TimeSpan.FromSeconds(5)));
    }, Prompt);

    [Fact]
    public Task A_message_left_while_the_desk_could_not_write_is_taken_in_as_of_the_call() => PhoneStory.At(Night, async story =>
    {
        story.Carrier.ExpectsFailures = true;
        var writing = Occupies(story.Desk, out var done);
        story.Carrier.HoldsReports();
        await story.Claire.Dials().Hears("momentanément injoignable", "Après le bip").Speaks("Plus rien ne répond", 6).Presses("#").Hears("sera écouté").IsHungUpOn();
        done.SetResult();
        await writing;
        story.Carrier.ReleasesReports();
        await story.Carrier.Told();

        await story.Claire.GetsText("votre appel est reçu");
        await story.Settles();
        Assert.Contains("voicemailLeft", await story.Happened(await story.TheTicketOf("borealis")));
        await story.NadiaTakesIt();
    }, Prompt);

    [Fact]
    public Task What_is_reported_while_nobody_takes_it_is_reported_again() => PhoneStory.At(Night, async story =>
    {
        await story.ClaireReachesTheBeep();
        // By itself the carrier would not: it was connected.
        story.Carrier.CannotReach("/voice/recording", times: 3);
        await story.Claire.Speaks("Le réseau de fr1 est coupé", 9).HangsUp();
        await story.NadiaTakesIt();
        Assert.Equal(4, story.Carrier.Line.Requests.Count(request => new Uri(request.Url).AbsolutePath == "/voice/recording"));
        Assert.Single(await story.Happened(await story.TheTicketOf("borealis")), happened => happened == "voicemailLeft");
    });

    [Fact]
    public async Task The_fallback_takes_a_message_in_both_languages_when_nothing_can_be_written()
    {
        await using var carrier = await PaperCarrier.Open();
        await using var desk = await RunningDesk.At(Night, carrier.Settings());
        var writing = Occupies(desk, out var done);

        var caller = await new Line(desk, "+33639980101").Posts("/voice/fallback", ("ErrorCode", "11200"));
        Assert.Contains("momentanément injoignable", caller.Said, StringComparison.Ordinal);
        Assert.Contains("Our desk cannot be reached", caller.Said, StringComparison.Ordinal);
        var reported = (string?)caller.Last.Element("Record")?.Attribute("recordingStatusCallback");
        Assert.Contains("number=%2B33639980101", reported, StringComparison.Ordinal);
        Assert.EndsWith("#rc=5&rp=all", reported, StringComparison.Ordinal);
        await caller.Speaks("RE1", 6);
        Assert.Contains("sera écouté", caller.Said, StringComparison.Ordinal);
        done.SetResult();
        await writing;
    }

    /// <summary>Somebody else writes, and does not come to an end.</summary>
    private static Task<bool> Occupies(RunningDesk desk, out TaskCompletionSource done)
    {
        var until = done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return desk.Services.GetRequiredService<Store>().Write(async _ =>
        {
            await until.Task;
            return true;
        });
    }
}
