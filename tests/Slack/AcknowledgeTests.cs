using System.Net;
using ChatSupport.Tests.Carriers;

namespace ChatSupport.Tests.Slack;

public sealed class AcknowledgeTests
{
    private static readonly long Monday = DateTimeOffset.Parse(SlackStory.Monday).ToUnixTimeSeconds();

    [Fact]
    public async Task A_declared_incident_is_acknowledged_by_one_click_and_the_second_click_is_told_who_was_first()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var (desk, client) = await story.Declares(SlackPerson.Paul, SlackStory.MeridienChannel);
        Assert.Contains("INC-000001", desk.Words);
        Assert.Contains("Toutes les instances de fr1 sont injoignables", client.Words);

        Assert.Equal(HttpStatusCode.OK, (await story.Hand.Clicks(SlackPerson.Nadia, desk, "Prendre en charge")).Status);
        Assert.DoesNotContain("Prendre en charge", (await story.Slack.Updates(desk)).Buttons.Keys);
        await story.Slack.Updates(client);
        await story.Slack.Posts(SlackStory.DeskChannel, "Nadia Benali", under: desk);
        await story.Slack.Posts(SlackStory.MeridienChannel, "Nadia Benali", under: client);

        await story.Hand.Clicks(SlackPerson.Tom, desk, "Prendre en charge");
        var told = await story.Slack.Sees("chat.postEphemeral");
        Assert.Equal(("U0TOM", SlackStory.DeskChannel), (told.Text("user"), told.Channel));
        Assert.Contains("Nadia Benali", told.Words);
        Assert.Contains($"<!date^{Monday}^{{date_long}} at {{time}}|Monday 30 November 2026 at 10:00, Paris time>", told.Words);
        await story.IsOver();
    }

    [Fact]
    public async Task Whoever_has_a_first_answer_in_mind_writes_it_and_it_acknowledges()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var cards = await story.Declares(SlackPerson.Paul, SlackStory.MeridienChannel);
        await story.Does(SlackPerson.Nadia, cards.Desk, "Répondre au client", ("comment", "Nous voyons la panne sur fr1 et isolons l'hyperviseur."));
        await story.Seen(cards, toClient: "isolons l'hyperviseur");
        var ticket = await story.Ticket();
        Assert.Equal(("InProgress", "nadia.benali"), (ticket.Status, ticket.AcknowledgedBy));
        await story.IsOver();
    }

    [Fact]
    public async Task The_same_click_delivered_twice_acknowledges_once_and_says_nothing_more()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var cards = await story.Declares(SlackPerson.Paul, SlackStory.MeridienChannel);
        await story.Hand.Clicks(SlackPerson.Nadia, cards.Desk, "Prendre en charge", actionTs: "1764493200.000100");
        await story.Hand.Clicks(SlackPerson.Nadia, cards.Desk, "Prendre en charge", actionTs: "1764493200.000100");
        await story.Seen(cards);
        await story.IsOver();
    }

    [Fact]
    public async Task A_contact_who_finds_the_button_is_told_that_it_is_not_theirs()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var (desk, _) = await story.Declares(SlackPerson.Paul, SlackStory.MeridienChannel);
        await story.Hand.Clicks(SlackPerson.Paul, desk, "Prendre en charge");
        Assert.Equal("U0PAUL", (await story.Slack.Sees("chat.postEphemeral")).Text("user"));
        Assert.Equal("Open", (await story.Ticket()).Status);
        await story.IsOver();
    }
}
