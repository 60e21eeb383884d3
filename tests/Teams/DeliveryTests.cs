using ChatSupport.Tests.Carriers;
using static ChatSupport.Tests.Teams.TeamsStory;

namespace ChatSupport.Tests.Teams;

/// <summary>What leaves for Teams, and what becomes of it when Teams is slow, busy, or says no.</summary>
public sealed class DeliveryTests
{
    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task What_may_work_later_is_tried_again(int status)
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        story.Connector.Next(new ConnectorFault.Fails(status, RetryAfter: 1));

        await story.Hand.Writes(Claire, "aide");

        await story.Connector.Sees(call => call.Status == status);
        await story.Connector.Says(Claire.Chat);
        await story.IsOver();
    }

    [Fact]
    public async Task A_conversation_that_asks_to_wait_holds_up_no_other()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        await story.Joins(Claire);
        await story.Joins(Nadia);
        story.Connector.Next(new ConnectorFault.Fails(429, RetryAfter: 3600), call => call.Conversation == Claire.Chat);
        await story.Hand.Writes(Claire, "aide");
        await story.Connector.Sees(call => call.Status == 429);

        await story.Hand.Writes(Nadia, "aide");

        await story.Connector.Says(Nadia.Chat);
        await story.IsOver();
    }

    [Theory]
    [InlineData("BotNotInConversationRoster")]
    [InlineData("MessageWritesBlocked")]
    [InlineData("ConversationBlockedByUser")]
    public async Task Whoever_has_shut_the_bot_out_is_reached_by_mail_and_not_tried_again(string code)
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        var (desk, _) = await story.Declares(Claire);
        await story.Joins(Nadia);
        var there = new TeamsSpot(desk.Conversation, "channel", "desk-team");
        story.Connector.Next(new ConnectorFault.Fails(403, code), call => call.Conversation == Nadia.Chat);
        var taken = await story.Hand.Clicks(Sylvie, desk.Card!, "Prendre en charge", there);
        var form = await story.Hand.Clicks(Sylvie, taken.Card, "Affecter", there);
        await story.Hand.Clicks(Sylvie, form.Card, "Envoyer", there, ("to", "nadia.benali"));

        await story.Connector.Sees(call => call.Status == 403);
        await Eventually(async () => (await story.Desk.Sent()).Items.Any(mail => mail.To == "nadia.benali@desk.example"));
        await story.Desk.ItIsLaterBy("PT1M");
        story.Connector.Forgets();
        await story.Hand.Clicks(Claire, (await story.Hand.Writes(Claire, "INC-000001") is not null ? await story.Connector.Says(Claire.Chat, "INC-000001") : null!).Card!, "Répondre");
        await story.IsOver();
    }

    [Fact]
    public async Task Who_has_not_added_the_bot_is_not_spoken_to()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        var (desk, _) = await story.Declares(Claire);
        var there = new TeamsSpot(desk.Conversation, "channel", "desk-team");
        var taken = await story.Hand.Clicks(Sylvie, desk.Card!, "Prendre en charge", there);
        story.Connector.Forgets();
        var form = await story.Hand.Clicks(Sylvie, taken.Card, "Affecter", there);
        await story.Hand.Clicks(Sylvie, form.Card, "Envoyer", there, ("to", "nadia.benali"));

        await story.Connector.Says(desk.Conversation, "Nadia Benali");
        var timeline = await story.Desk.Timeline(await story.Desk.Sees("INC-000001"));
        Assert.DoesNotContain(timeline, happening => happening.Type == "undelivered");
    }

    [Fact]
    public async Task Who_removes_the_bot_is_forgotten()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        var (desk, client) = await story.Declares(Claire);
        Assert.Equal(200, (await story.Hand.Installs(Claire, action: "remove")).Status);

        await story.Hand.Clicks(Nadia, desk.Card!, "Prendre en charge", new TeamsSpot(desk.Conversation, "channel", "desk-team"));

        await story.Connector.Changes(desk, "En cours");
        await story.Connector.Says(desk.Conversation, "Nadia Benali");
        Assert.NotNull(client);
        await story.IsOver();
    }

    [Fact]
    public async Task A_card_that_somebody_deleted_stands_anew()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        var (desk, _) = await story.Declares(Claire);
        story.Connector.Next(new ConnectorFault.Fails(404, "ActivityNotFoundInConversation"), call => call.Method == "PUT" && call.Id == desk.Id);

        await story.Hand.Clicks(Nadia, desk.Card!, "Prendre en charge", new TeamsSpot(desk.Conversation, "channel", "desk-team"));

        var anew = await story.Connector.Begins(DeskChannel);
        Assert.Contains("En cours", anew.Words);
    }

    [Fact]
    public async Task The_bot_s_token_is_fetched_once_kept_and_fetched_anew_before_it_ends()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        await story.Joins(Claire);
        await story.Hand.Writes(Claire, "aide");
        await story.Connector.Says(Claire.Chat);
        Assert.Equal(1, story.Azure.TokenFetches);

        story.Azure.Revokes();
        await story.Hand.Writes(Claire, "aide");
        await story.Connector.Sees(call => call.Status == 401);
        await story.Connector.Says(Claire.Chat);
        Assert.Equal(2, story.Azure.TokenFetches);
    }

    [Fact]
    public async Task A_lost_answer_shows_a_message_twice_rather_than_never()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        story.Connector.Next(new ConnectorFault.Lost());

        await story.Hand.Writes(Claire, "aide");

        await story.Connector.Says(Claire.Chat);
        await story.Connector.Says(Claire.Chat);
        await story.IsOver();
    }

    private static async Task Eventually(Func<Task<bool>> holds)
    {
        var deadline = TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(20);
        while (!await holds())
        {
            Assert.True(TimeProvider.System.GetUtcNow() < deadline, "It never came true.");
            await Task.Yield();
        }
    }
}
