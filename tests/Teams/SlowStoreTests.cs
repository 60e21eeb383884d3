using ChatSupport.Tests.Carriers;
using ChatSupport.Tests.Driver;
using static ChatSupport.Tests.Teams.TeamsStory;

namespace ChatSupport.Tests.Teams;

/// <summary>To no answer, or to an empty one, Teams clicks again; so while the disk stands still there is an answer, and nothing is taken.</summary>
[Trait("Store", "embedded")]
public sealed class SlowStoreTests
{
    [Fact]
    public async Task A_click_is_answered_with_a_card_in_time_and_has_its_effect_once_it_can_be_kept()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        var (desk, _) = await story.Declares(Claire);
        var there = new TeamsSpot(desk.Conversation, "channel", "desk-team");

        using (story.Desk.Slow())
        {
            var began = TimeProvider.System.GetTimestamp();
            var answered = await story.Hand.Clicks(Nadia, desk.Card!, "Prendre en charge", there);
            Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(5));
            Assert.Contains("Cliquez à nouveau", answered.Words);
        }

        Assert.Contains("En cours", (await story.Hand.Clicks(Nadia, desk.Card!, "Prendre en charge", there)).Words);
        Assert.Single(await story.Desk.Timeline(await story.Desk.Sees("INC-000001")), happening => happening.Type == "acknowledged");
    }
}
