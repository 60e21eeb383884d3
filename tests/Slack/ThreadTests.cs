using System.Text.Json.Nodes;
using ChatSupport.Tests.Carriers;

namespace ChatSupport.Tests.Slack;

public sealed class ThreadTests
{
    [Fact]
    public async Task What_a_contact_writes_in_the_thread_is_a_comment_and_the_answer_comes_back_into_it()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var cards = await story.Taken();
        await story.Hand.Writes(SlackPerson.Paul, SlackStory.MeridienChannel, "C'est revenu &amp; reparti", thread: cards.Client.Ts);
        Assert.Contains("C'est revenu &amp; reparti", (await story.Slack.Posts(SlackStory.DeskChannel, under: cards.Desk)).Words);
        await story.Slack.Updates(cards.Desk);
        await story.Slack.Updates(cards.Client);
        await story.Slack.Posts(SlackPerson.Nadia.Direct, "C'est revenu");

        await story.Does(SlackPerson.Nadia, cards.Desk, "Répondre au client", ("comment", "Nous regardons le <lien> de fr1."));
        Assert.Contains("&lt;lien&gt;", (await story.Slack.Posts(SlackStory.MeridienChannel, under: cards.Client)).Words);
        await story.Slack.Posts(SlackStory.DeskChannel, under: cards.Desk);
        await story.Slack.Updates(cards.Desk);
        await story.Slack.Updates(cards.Client);
        await story.Slack.Updates(SlackPerson.Nadia.Direct);
        Assert.Equal("C'est revenu & reparti", (await story.Timeline())[^2].Detail.GetProperty("text").GetString());
        await story.IsOver();
    }

    [Fact]
    public async Task The_same_message_under_other_event_ids_is_one_comment()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var cards = await story.Taken();
        for (var delivery = 0; delivery < 4; delivery++)
            await story.Hand.Writes(SlackPerson.Paul, SlackStory.MeridienChannel, "une fois", thread: cards.Client.Ts, ts: "1764493300.000100", id: $"Ev{delivery}");
        await story.Hand.Writes(SlackPerson.Paul, SlackStory.MeridienChannel, "une fois", thread: cards.Client.Ts, ts: "1764493300.000100", id: "Ev0");
        await story.Slack.Posts(SlackStory.DeskChannel, "une fois", under: cards.Desk);
        await story.Slack.Updates(cards.Desk);
        await story.Slack.Updates(cards.Client);
        await story.Slack.Posts(SlackPerson.Nadia.Direct, "une fois");
        Assert.Single(await story.Timeline(), happening => happening.Type == "replied");
        await story.IsOver();
    }

    [Fact]
    public async Task An_edited_message_is_recorded_as_a_correction()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var cards = await story.Taken();
        await story.Hand.Writes(SlackPerson.Paul, SlackStory.MeridienChannel, "depuis 9 h 30", thread: cards.Client.Ts, ts: "1764493300.000100");
        await story.Slack.Posts(SlackStory.DeskChannel, "depuis 9 h 30");
        await story.Slack.Posts(SlackPerson.Nadia.Direct, "depuis 9 h 30");
        await story.Hand.Changes(SlackPerson.Paul, SlackStory.MeridienChannel, "1764493300.000100", "depuis 9 h 30", "depuis 8 h 30", cards.Client.Ts!);
        await story.Slack.Posts(SlackStory.DeskChannel, "depuis 8 h 30");
        Assert.Equal(["replied", "amended"], (await story.Timeline()).Skip(2).Select(happening => happening.Type));
        await story.Settles();
        story.Slack.Forgets("chat.update");
        await story.IsOver();
    }

    [Fact]
    public async Task Who_is_no_named_contact_is_told_so_alone_and_nothing_is_recorded()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var cards = await story.Taken();
        await story.Hand.Writes(new SlackPerson("T0MERIDIEN", "U0INTERN"), SlackStory.MeridienChannel, "chez moi aussi", thread: cards.Client.Ts);
        var told = await story.Slack.Sees("chat.postEphemeral");
        Assert.Equal(("U0INTERN", SlackStory.MeridienChannel, cards.Client.Ts), (told.Text("user"), told.Channel, told.Thread));
        Assert.Contains("contacts nommés", told.Words);
        Assert.DoesNotContain(await story.Timeline(), happening => happening.Type == "replied");
        await story.IsOver();
    }

    [Fact]
    public async Task A_contact_of_another_company_sees_and_says_nothing_there()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var cards = await story.Taken();
        await story.Hand.Writes(SlackPerson.Claire, SlackStory.MeridienChannel, "bonjour", thread: cards.Client.Ts, via: "T0MERIDIEN");
        Assert.Equal("U0CLAIRE", (await story.Slack.Sees("chat.postEphemeral")).Text("user"));
        Assert.DoesNotContain(await story.Timeline(), happening => happening.Type == "replied");
        await story.IsOver();
    }

    [Fact]
    public async Task Bots_joins_deletions_and_our_own_messages_say_nothing()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var cards = await story.Taken();
        await story.Hand.Echoes(cards.Client, "T0MERIDIEN");
        foreach (var what in new JsonObject[]
        {
            new() { ["type"] = "message", ["subtype"] = "bot_message", ["bot_id"] = "B0OTHER", ["text"] = "bip" },
            new() { ["type"] = "message", ["user"] = "U0OTHERBOT", ["bot_id"] = "B0OTHER", ["text"] = "bip" },
            new() { ["type"] = "message", ["subtype"] = "channel_join", ["user"] = "U0PAUL", ["text"] = "joined" },
            new() { ["type"] = "message", ["subtype"] = "message_deleted", ["deleted_ts"] = "1764493300.000100" },
            new() { ["type"] = "message", ["user"] = "USLACKBOT", ["text"] = "Reminder" },
            new() { ["type"] = "reaction_added", ["user"] = "U0PAUL" },
        })
        {
            (what["channel"], what["ts"], what["thread_ts"]) = (SlackStory.MeridienChannel, story.Slack.Town.NewTs(), cards.Client.Ts);
            Assert.Equal(System.Net.HttpStatusCode.OK, (await story.Hand.Tells(what, "T0MERIDIEN")).Status);
        }
        Assert.Equal(2, (await story.Timeline()).Count);
        await story.IsOver();
    }

    [Fact]
    public async Task In_the_desks_thread_an_engineer_chooses_whether_the_client_reads_it()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var cards = await story.Taken();
        await story.Hand.Writes(SlackPerson.Nadia, SlackStory.DeskChannel, "le commutateur 4 est en panne", thread: cards.Desk.Ts);
        var question = await story.Slack.Sees("chat.postEphemeral");
        Assert.Equal(("U0NADIA", cards.Desk.Ts), (question.Text("user"), question.Thread));
        await story.Hand.Clicks(SlackPerson.Nadia, question, question.Buttons.Keys.First(label => label.Contains("ote")), isPrivate: true);
        await story.Slack.Posts(SlackStory.DeskChannel, "commutateur 4", under: cards.Desk);
        Assert.Equal("noted", (await story.Timeline())[^1].Type);
        await story.Settles();
        story.Slack.Forgets("chat.update");
        story.Slack.Forgets("chat.postEphemeral");
        await story.IsOver();
    }

    [Fact]
    public async Task A_reply_to_a_closed_ticket_is_refused_with_what_to_do_next()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var cards = await story.Taken();
        await story.Does(SlackPerson.Nadia, cards.Desk, "Hors périmètre", ("comment", "C'est l'application du client."));
        await story.Seen(cards);
        await story.Hand.Writes(SlackPerson.Paul, SlackStory.MeridienChannel, "pas d'accord", thread: cards.Client.Ts);
        Assert.Contains("INC-000001", (await story.Slack.Sees("chat.postEphemeral")).Words);
        await story.IsOver();
    }
}
