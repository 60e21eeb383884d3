using ChatSupport.Tests.Carriers;

namespace ChatSupport.Tests.Slack;

public sealed class DirectMessageTests
{
    private const string Uuid = "6a9f0b52-1c2d-4e3f-8a4b-5c6d7e8f9a0b";

    [Fact]
    public async Task A_direct_message_becomes_an_incident_question_by_question()
    {
        await using var story = await SlackStory.At("2026-11-23T10:05:00+01:00");
        await Says(story, SlackPerson.Paul, "nos VM de fr1 sont injoignables depuis 9h40, toute la prod", "Impact métier");
        await Says(story, SlackPerson.Paul, "les commandes sont arrêtées", "Utilisateurs touchés");
        var question = await Says(story, SlackPerson.Paul, "tout le monde", "Contournement existant");
        await story.Hand.Clicks(SlackPerson.Paul, question, "Non");
        question = await story.Slack.Posts(SlackPerson.Paul.Direct, "P1 – Critique");
        await story.Hand.Clicks(SlackPerson.Paul, question, "P1 – Critique");
        await story.Slack.Posts(SlackPerson.Paul.Direct, "Justification");
        await Says(story, SlackPerson.Paul, "plus rien ne tourne", "Identifiants");
        await Says(story, SlackPerson.Paul, Uuid, "Actions déjà réalisées");
        question = await Says(story, SlackPerson.Paul, "redémarrage par l'API, sans effet", "+33639980201");
        await story.Hand.Clicks(SlackPerson.Paul, question, "+33639980201");
        await story.Slack.Posts(SlackPerson.Paul.Direct, "Attestation");
        question = await Says(story, SlackPerson.Paul, "oui", "Voici ce que je vais déclarer");
        await story.Hand.Clicks(SlackPerson.Paul, question, "Déclarer");

        Assert.Contains("nos VM de fr1", (await story.Slack.Posts(SlackStory.DeskChannel, "INC-000001")).Words);
        await story.Slack.Posts(SlackStory.MeridienChannel, "INC-000001");
        await story.Slack.Posts(SlackPerson.Paul.Direct, "nos VM de fr1");
        await story.Slack.Posts(SlackPerson.Paul.Direct, "INC-000001 est déclaré");
        Assert.Equal(("P1", "slack"), ((await story.Ticket()).Priority, (await story.Ticket()).Door));
        await story.IsOver();
    }

    [Fact]
    public async Task The_card_in_a_direct_conversation_is_kept_true_and_an_older_one_loses_its_buttons()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var cards = await story.Declares(SlackPerson.Paul, SlackStory.MeridienChannel);
        var older = await Says(story, SlackPerson.Paul, "INC-000001", "Toutes les instances");
        var newer = await Says(story, SlackPerson.Paul, "INC-000001", "Toutes les instances");
        await story.Hand.Clicks(SlackPerson.Nadia, cards.Desk, "Prendre en charge");
        await story.Seen(cards);
        Assert.Contains("En cours", (await story.Slack.Updates(newer)).Words);
        Assert.Empty((await story.Slack.Updates(older)).Buttons);
        await story.IsOver();
    }

    [Fact]
    public async Task A_company_without_a_channel_has_one_card_in_the_conversation_and_no_second()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var modal = await story.Begins(SlackPerson.Ines);
        modal.Fill([.. SlackStory.Answers, ("service", "console"), ("requestedPriority", "P3")]);
        Assert.Equal("update", (await story.Hand.Submits(SlackPerson.Ines, modal)).Action);
        await story.Slack.Posts(SlackStory.DeskChannel);
        var card = await story.Slack.Posts(SlackPerson.Ines.Direct);
        Assert.Contains("Open", card.Words);
        await story.Settles();
        await story.Hand.Writes(SlackPerson.Ines, SlackPerson.Ines.Direct, "still slow", thread: card.Ts);
        await story.Slack.Posts(SlackStory.DeskChannel, "still slow");
        await story.Slack.Updates(card);
        await story.Slack.Sees("chat.update");
        Assert.Equal("replied", (await story.Timeline())[^1].Type);
        await story.IsOver();
    }

    [Fact]
    public async Task A_file_sent_without_a_ticket_is_not_kept_and_its_sender_knows()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        story.Slack.Town.Direct(SlackPerson.Paul.User, SlackPerson.Paul.Team);
        await story.Hand.Writes(SlackPerson.Paul, SlackPerson.Paul.Direct, "", files: [new System.Text.Json.Nodes.JsonObject { ["id"] = "F1", ["name"] = "a.txt" }]);
        Assert.Contains("fil du ticket", (await story.Slack.Posts(SlackPerson.Paul.Direct)).Words);
        await story.IsOver();
    }

    [Fact]
    public async Task A_stranger_is_answered_neutrally_where_they_wrote()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var answer = await Says(story, new SlackPerson("T0MERIDIEN", "U0INTERN"), "panne !", "ne connais pas encore ce compte");
        Assert.Equal(["Associer mon compte"], answer.Buttons.Keys);
        await story.IsOver();
    }

    [Fact]
    public async Task Our_own_words_are_not_answered_even_if_nothing_says_that_they_are_a_bots()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        await Says(story, SlackPerson.Paul, "bonjour", "Paul");
        await story.Settles();
        var echo = new System.Text.Json.Nodes.JsonObject
        {
            ["type"] = "message",
            ["user"] = "U0SUPPORTBOT",
            ["channel"] = SlackPerson.Paul.Direct,
            ["channel_type"] = "im",
            ["text"] = "bonjour",
            ["ts"] = "1764493300.000100",
        };
        await story.Hand.TellsBarely(echo, "T0MERIDIEN");
        await story.IsOver();
    }

    private static async Task<SlackCall> Says(SlackStory story, SlackPerson who, string words, string hears)
    {
        story.Slack.Town.Direct(who.User, who.Team);
        await story.Hand.Writes(who, who.Direct, words);
        return await story.Slack.Posts(who.Direct, hears);
    }
}
