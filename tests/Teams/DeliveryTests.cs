using ChatSupport.Tests.Carriers;
using ChatSupport.Tests.Driver;
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

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_conversation_that_asks_to_wait_holds_up_no_other(bool untilADate)
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        await story.Joins(Claire);
        await story.Joins(Nadia);
        story.Connector.Next(new ConnectorFault.Fails(429, RetryAfter: 3600, AsDate: untilADate), call => call.Conversation == Claire.Chat);
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
        await story.HasLeft();
        Assert.Contains((await story.Desk.Sent()).Items, IsToNadia);

        var before = (await story.Desk.Sent()).Next;
        await story.Hand.Writes(Claire, "répondre INC-000001 fr1 ne répond toujours pas.");
        await story.Connector.Says(desk.Conversation, "fr1 ne répond toujours pas.");
        await story.HasLeft();
        Assert.Contains((await story.Desk.Sent(before)).Items, IsToNadia);
        story.Connector.Spares(Nadia);
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
    public async Task Who_removes_the_bot_is_forgotten_until_they_add_it_again()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        var (desk, _) = await story.Declares(Claire);
        await story.Joins(Nadia);
        var there = new TeamsSpot(desk.Conversation, "channel", "desk-team");
        await story.Hand.Clicks(Nadia, desk.Card!, "Prendre en charge", there);
        await story.Hand.Writes(Claire, "répondre INC-000001 Avez-vous vu le cluster 4 ?");
        await story.Connector.Says(Nadia.Chat, "cluster 4");

        Assert.Equal(200, (await story.Hand.Installs(Nadia, action: "remove")).Status);
        await story.Hand.Writes(Claire, "répondre INC-000001 Et le cluster 5 ?");
        await story.Connector.Says(desk.Conversation, "cluster 5");
        await story.HasLeft();
        story.Connector.Spares(Nadia);
        Assert.Contains((await story.Desk.Sent()).Items, mail => IsToNadia(mail) && mail.Text.Contains("cluster 5", StringComparison.Ordinal));

        await story.Joins(Nadia);
        await story.Hand.Writes(Claire, "répondre INC-000001 Et le cluster 6 ?");
        await story.Connector.Says(Nadia.Chat, "cluster 6");
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

    private static bool IsToNadia(SentSeen sent) => sent.To == "nadia.benali@desk.example";
}
