using ChatSupport.Tests.Delivery;
using ChatSupport.Voice.Recordings;
using Microsoft.Extensions.DependencyInjection;

namespace ChatSupport.Tests.Voice;

/// <summary>What callers said is not kept for ever.</summary>
public sealed class RetentionTests
{
    private const string Night = "2026-12-06T03:05:00+01:00";

    [Fact]
    public Task Some_days_after_its_ticket_was_closed_a_recording_is_erased_and_the_ticket_says_so() => PhoneStory.At(Night, async story =>
    {
        await story.ClaireReachesTheBeep();
        await story.Claire.Speaks("Le réseau de fr1 est coupé", 9).HangsUp();
        await story.NadiaTakesIt();
        await story.Carrier.RecordingErased.InTime();
        var ticket = await story.TheTicketOf("borealis");
        await story.Desk.Does(ticket, "resolve", "nadia.benali", "Route rétablie.", ("fix", "production"));
        await story.Desk.Does(ticket, "confirm", "claire.morel");

        await story.Desk.ItIs("2027-01-04T03:00:00+01:00");
        Assert.Equal(0, await Sweeps(story));
        await story.Desk.ItIs("2027-01-06T12:00:00+01:00");
        Assert.Equal(1, await Sweeps(story));
        Assert.Equal(0, await Sweeps(story));

        Assert.Empty(System.IO.Directory.GetFiles(System.IO.Path.Combine(story.Desk.Folder, "recordings")));
        Assert.Equal("voicemailErased", (await story.Happened(ticket))[^1]);
    }, "--Twilio:KeepRecordingsDays=30");

    private static Task<int> Sweeps(PhoneStory story) => story.Desk.Services.GetRequiredService<RecordingRetention>().Sweep(TestContext.Current.CancellationToken);
}
