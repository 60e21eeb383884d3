using System.Text.Json.Nodes;
using ChatSupport.Tests.Carriers;
using static ChatSupport.Tests.Teams.TeamsStory;

namespace ChatSupport.Tests.Teams;

/// <summary>Moments are said by the clock of whoever reads them, and whose it is wherever that makes a difference.</summary>
public sealed class ClockTests
{
    private const string NewYork = "America/New_York";

    [Fact]
    public async Task Somebody_in_New_York_reads_their_own_time_in_words_and_on_cards_and_is_told_whose_it_is()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        await story.Declares(Claire);
        await story.Hand.Writes(Claire, "chronologie INC-000001", also: In(NewYork));
        Assert.Contains("lundi 23 novembre 2026 à 04:00, heure de New York", (await story.Connector.Says(Claire.Chat)).Words);

        await story.Desk.ItIsLaterBy("PT1M");
        await story.Hand.Writes(Claire, "INC-000001", also: In(NewYork));
        var card = await story.Connector.Says(Claire.Chat, "INC-000001");
        Assert.Contains("lundi 23 novembre 2026 à 04:00, heure de New York", card.Words);
        Assert.DoesNotContain("Paris", card.Words);

        await story.Hand.Writes(Claire, "pourquoi INC-000001", also: In(NewYork));
        var why = await story.Connector.Says(Claire.Chat);
        Assert.Contains("Ces heures sont celles de Paris", why.Words);
        Assert.DoesNotContain("New York", why.Words);
    }

    [Fact]
    public async Task What_is_sent_later_goes_by_the_clock_they_were_last_heard_from()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        var (desk, client) = await story.Declares(Claire);
        await story.Hand.Writes(Claire, "menu", also: activity =>
        {
            activity.Remove("localTimezone");
            activity["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = "fr-FR", ["timezone"] = "Asia/Tokyo" });
        });
        await story.Connector.Says(Claire.Chat);

        await story.Hand.Clicks(Nadia, desk.Card!, "Prendre en charge", new TeamsSpot(desk.Conversation, "channel", "desk-team"));

        Assert.Contains("18:00, heure de Tokyo", (await story.Connector.Changes(client, "En cours")).Words);
    }

    [Fact]
    public async Task Where_several_read_it_is_the_time_of_Paris_and_says_so()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        var (desk, client) = await story.Declares(Claire);

        Assert.Contains("à 10:00, heure de Paris", desk.Words);
        Assert.DoesNotContain("heure de", client.Words);
    }

    [Fact]
    public async Task A_client_that_tells_no_zone_reads_the_time_of_Paris_and_that_it_is()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        await story.Declares(Claire);
        await story.Hand.Writes(Claire, "chronologie INC-000001", also: activity => activity["localTimezone"] = "Mars/Olympus_Mons");

        Assert.Contains("à 10:00, heure de Paris", (await story.Connector.Says(Claire.Chat)).Words);
    }

    [Fact]
    public async Task A_zone_that_is_no_city_s_is_called_as_it_is()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        await story.Declares(Claire);
        await story.Hand.Writes(Claire, "chronologie INC-000001", also: In("UTC"));

        Assert.Contains("lundi 23 novembre 2026 à 09:00 UTC", (await story.Connector.Says(Claire.Chat)).Words);
    }

    private static Action<JsonObject> In(string zone) => activity => activity["localTimezone"] = zone;
}
