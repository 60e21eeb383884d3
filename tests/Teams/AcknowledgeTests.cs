using ChatSupport.Tests.Carriers;
using static ChatSupport.Tests.Teams.TeamsStory;

namespace ChatSupport.Tests.Teams;

/// <summary>From a contact's declaration to an engineer's word, on cards that keep up.</summary>
public sealed class AcknowledgeTests
{
    [Fact]
    public async Task A_declared_incident_stands_in_the_desks_channel_and_one_click_takes_it()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        var (desk, client) = await story.Declares(Claire);
        Assert.Contains("INC-000001", desk.Words);
        Assert.Contains("La préparation des commandes est arrêtée.", desk.Words);

        var taken = await story.Hand.Clicks(Nadia, desk.Card!, "Prendre en charge", new TeamsSpot(desk.Conversation, "channel", "desk-team"));

        Assert.Contains("En cours", taken.Words);
        Assert.Contains("Nadia Benali", taken.Words);
        await story.Connector.Changes(desk, "En cours");
        await story.Connector.Changes(client, "En cours");
        await story.Connector.Says(desk.Conversation, "Nadia Benali");
        await story.Connector.Says(Claire.Chat, "Nadia Benali");
        await story.IsOver();
        var ticket = await story.Desk.Sees("INC-000001");
        Assert.Equal(("InProgress", "nadia.benali", "teams"), (ticket.Status, ticket.AcknowledgedBy, ticket.Door));
    }

    [Fact]
    public async Task A_second_click_says_who_was_first()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        var (desk, _) = await story.Declares(Claire);
        var there = new TeamsSpot(desk.Conversation, "channel", "desk-team");
        await story.Hand.Clicks(Nadia, desk.Card!, "Prendre en charge", there);

        var late = await story.Hand.Clicks(Sylvie, desk.Card!, "Prendre en charge", there);

        Assert.Contains("Nadia Benali", late.Words);
        Assert.Contains("En cours", late.Words);
        Assert.DoesNotContain("Prendre en charge", late.Card.Buttons);
    }
}
