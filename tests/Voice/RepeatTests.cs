namespace ChatSupport.Tests.Voice;

/// <summary>The carrier repeats itself, and tells things late and in another order: each has its effect once.</summary>
public sealed class RepeatTests
{
    private const string Night = "2026-12-06T03:05:00+01:00";

    [Fact]
    public Task Every_request_may_come_twice_at_the_same_moment() => PhoneStory.At(Night, async story =>
    {
        story.Carrier.Repeats = 2;
        await story.ClaireReachesTheBeep();
        await story.Claire.Speaks("Le réseau de fr1 est coupé", 9).Presses("#").Hears("gardé").Presses("1").Hears("Au revoir").IsHungUpOn();
        await story.NadiaTakesIt();
        await HappenedOnce(story);
    });

    [Fact]
    public Task Reports_may_come_late_and_in_the_wrong_order() => PhoneStory.At(Night, async story =>
    {
        story.Carrier.HoldsReports();
        await story.ClaireReachesTheBeep();
        await story.Claire.Speaks("Le réseau de fr1 est coupé", 9).Presses("#").Hears("gardé").Presses("1").Hears("Au revoir").IsHungUpOn();
        // Paging waits for none of them.
        await story.NadiaTakesIt();
        story.Carrier.ReleasesReports();
        await story.Carrier.Told();
        await HappenedOnce(story);
    });

    [Fact]
    public Task A_status_that_overtakes_the_answer_loses_nothing() => PhoneStory.At(Night, async story =>
    {
        await story.Claire.Dials().HangsUp();
        await story.Desk.ItIsLaterBy("PT31S");
        await story.Claire.GetsText("votre appel est reçu");
        await story.NadiaTakesIt();
        Assert.Equal("Met", (await story.TheTicketOf("borealis")).Clock.Standing);
    });

    private static async Task HappenedOnce(PhoneStory story)
    {
        var happened = await story.Happened(await story.TheTicketOf("borealis"));
        Assert.Single(happened, type => type == "called");
        Assert.Single(happened, type => type == "voicemailLeft");
        Assert.Single(happened, type => type == "transcribed");
        Assert.Single(happened, type => type == "acknowledged");
    }
}
