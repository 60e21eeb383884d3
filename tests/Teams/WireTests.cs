using System.Text.Json.Nodes;
using ChatSupport.Tests.Carriers;
using static ChatSupport.Tests.Teams.TeamsStory;

namespace ChatSupport.Tests.Teams;

/// <summary>The wire's own habits: repeats, unknown things, replies wanted on the spot.</summary>
public sealed class WireTests
{
    [Theory]
    [InlineData("composeExtension/query")]
    [InlineData("signin/verifyState")]
    [InlineData("fileConsent/invoke")]
    public async Task An_invoke_that_nobody_here_knows_is_not_implemented(string name)
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        Assert.Equal(501, (await story.Hand.Invokes(Claire, name, new JsonObject())).Status);
    }

    [Fact]
    public async Task An_activity_delivered_twice_is_taken_once()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        var activity = story.Hand.Activity(Claire, "message");
        activity["text"] = "aide";

        await story.Hand.Sends(activity.DeepClone().AsObject());
        await story.Hand.Sends(activity);

        await story.Connector.Says(Claire.Chat);
        await story.IsOver();
    }

    [Fact]
    public async Task A_click_delivered_twice_under_two_ids_has_one_effect_and_is_answered_with_the_card_both_times()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        var (desk, _) = await story.Declares(Claire);
        var there = new TeamsSpot(desk.Conversation, "channel", "desk-team");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => story.Hand.Clicks(Nadia, desk.Card!, "Prendre en charge", there)));

        Assert.All(answers, answer => Assert.Contains("En cours", answer.Words));
        Assert.Single(await story.Desk.Timeline(await story.Desk.Sees("INC-000001")), happening => happening.Type == "acknowledged");
    }

    [Fact]
    public async Task Replies_wanted_on_the_spot_come_in_the_answer_and_by_no_other_way()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");

        var answered = await story.Hand.Writes(Claire, "aide", also: activity => activity["deliveryMode"] = "expectReplies");

        Assert.Contains("déclarer", answered.Json.GetProperty("activities")[0].GetProperty("text").GetString(), StringComparison.OrdinalIgnoreCase);
        await story.IsOver();
    }

    [Fact]
    public async Task Somebody_else_s_button_and_a_ticket_of_another_company_are_answered_without_telling_anything()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        await story.Joins(Claire);
        var forged = await story.Hand.Invokes(Claire, "adaptiveCard/action", new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "acknowledge", ["data"] = new JsonObject { ["choice"] = "acknowledge:INC-000001:1" } },
        });
        var unknown = await story.Hand.Invokes(Claire, "adaptiveCard/action", new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "show", ["data"] = new JsonObject { ["choice"] = "show:INC-000042" } },
        });
        var empty = await story.Hand.Invokes(Claire, "adaptiveCard/action", new JsonObject());

        Assert.Equal([200, 200, 200], [forged.Status, unknown.Status, empty.Status]);
        Assert.Contains("INC-000042", unknown.Words);
    }
}
