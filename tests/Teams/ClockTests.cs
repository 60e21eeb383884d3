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

    [Theory]
    [InlineData("fr", "nos VM de fr1 sont injoignables depuis 3 h 40, toute la prod", "lundi 23 novembre 2026 à 03:40, heure de New York")]
    [InlineData("en", "our VMs in fr1 are down since 3:40 am, all of production", "Monday 23 November 2026 at 03:40, New York time")]
    public async Task A_time_that_they_say_is_by_their_own_clock_and_said_back_so(string language, string says, string readBack)
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        await story.Joins(Claire);
        await story.Hand.Writes(Claire, language == "fr" ? "français" : "english", also: In(NewYork));
        await story.Connector.Says(Claire.Chat);

        await story.Hand.Writes(Claire, says, also: In(NewYork));

        Assert.Contains(readBack, (await story.Connector.Says(Claire.Chat)).Words);
    }

    [Fact]
    public async Task When_it_began_is_asked_by_their_clock_and_the_form_asks_for_the_time_of_Paris()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        await story.Joins(Claire);
        await story.Hand.Writes(Claire, "nos VM de fr1 sont injoignables depuis 3 h 40, toute la prod", also: In(NewYork));
        await story.Connector.Says(Claire.Chat, "Impact métier");
        await story.Hand.Writes(Claire, "corriger le début", also: In(NewYork));
        Assert.Contains("à votre heure : il est 04:00, heure de New York", Plain((await story.Connector.Says(Claire.Chat)).Words));

        await story.Hand.Writes(Claire, "2026-11-23 03:30", also: In(NewYork));
        await story.Connector.Says(Claire.Chat);
        await story.Hand.Writes(Claire, "formulaire", also: In(NewYork));

        var form = (await story.Connector.Says(Claire.Chat, "à l’heure de Paris")).Card!;
        Assert.Equal("09:30", form.Input("startedAt.time").GetProperty("value").GetString());
        var sent = await story.Hand.Clicks(Claire, form, "Envoyer", null, [.. Answers, .. Conditional]);
        Assert.Contains("INC-000001", sent.Words);
        Assert.Contains("2026-11-23T07:00:00Z", (await story.Desk.Asks(HttpMethod.Get, "/api/tickets/INC-000001")).Text);
    }

    [Fact]
    public async Task In_a_group_it_is_still_the_speaker_s_clock_and_said_back_by_that_of_Paris()
    {
        var group = new TeamsSpot("19:group@thread.v2", "groupChat");
        await using var story = await At("2026-11-23T10:00:00+01:00");
        await story.Hand.Writes(Claire, "nos VM de fr1 sont injoignables depuis 3 h 40, toute la prod", group, In(NewYork));

        Assert.Contains("lundi 23 novembre 2026 à 09:40, heure de Paris", (await story.Connector.Says(group.Conversation)).Words);
    }

    private static string Plain(string words) => words.Replace('\u00a0', ' ');

    private static Action<JsonObject> In(string zone) => activity => activity["localTimezone"] = zone;
}
