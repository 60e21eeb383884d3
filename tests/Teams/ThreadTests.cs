using System.Text.Json.Nodes;
using ChatSupport.Tests.Carriers;
using ChatSupport.Tests.Driver;
using static ChatSupport.Tests.Teams.TeamsStory;

namespace ChatSupport.Tests.Teams;

/// <summary>What is written under a ticket's card, in channels and chats.</summary>
public sealed class ThreadTests
{
    private const string Channel = "19:borealis-support@thread.tacv2";

    [Fact]
    public async Task A_reply_in_the_client_s_thread_is_a_comment_once_however_often_it_is_delivered()
    {
        await using var story = await WithChannel();
        var (_, client) = await Declares(story);
        var there = new TeamsSpot(client.Conversation, "channel", "borealis-team");
        var reply = story.Hand.Activity(Claire, "message", there);
        reply["text"] = "<at>Support</at> le <at>Yanis</at> confirme : fr1 &amp; fr2.";
        reply["entities"] = new JsonArray(
            Mention("<at>Support</at>", $"28:{AzureCarrier.AppId}", "Support"), Mention("<at>Yanis</at>", "29:yanis", "Yanis Haddad"));

        Assert.Equal(200, (await story.Hand.Sends(reply.DeepClone().AsObject())).Status);
        Assert.Equal(200, (await story.Hand.Sends(reply)).Status);

        await story.Connector.Says(client.Conversation, "INC-000001");
        var replied = Assert.Single(await story.Desk.Timeline(await story.Desk.Sees("INC-000001")), happening => happening.Type == "replied");
        Assert.Equal("le Yanis Haddad confirme : fr1 & fr2.", replied.Detail.GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_change_of_what_was_written_is_recorded_as_a_change()
    {
        await using var story = await WithChannel();
        var (_, client) = await Declares(story);
        var there = new TeamsSpot(client.Conversation, "channel", "borealis-team");
        var reply = story.Hand.Activity(Claire, "message", there);
        reply["text"] = "Tout est arrêté.";
        await story.Hand.Sends(reply);
        await story.Connector.Says(client.Conversation, "INC-000001");
        var edit = reply.DeepClone().AsObject();
        edit["type"] = "messageUpdate";
        edit["text"] = "Presque tout est arrêté.";
        edit["timestamp"] = "2026-11-23T09:05:00Z";
        edit["channelData"]!["eventType"] = "editMessage";

        await story.Hand.Sends(edit.DeepClone().AsObject());
        await story.Hand.Sends(edit);

        var amended = Assert.Single(await story.Desk.Timeline(await story.Desk.Sees("INC-000001")), happening => happening.Type == "amended");
        Assert.Equal("Presque tout est arrêté.", amended.Detail.GetProperty("text").GetString());
    }

    [Fact]
    public async Task What_is_deleted_or_liked_changes_nothing()
    {
        await using var story = await WithChannel();
        var (_, client) = await Declares(story);
        await story.IsOver();
        var there = new TeamsSpot(client.Conversation, "channel", "borealis-team");
        var like = story.Hand.Activity(Claire, "messageReaction", there);
        like["reactionsAdded"] = new JsonArray(new JsonObject { ["type"] = "like" });
        like["replyToId"] = client.Id;

        Assert.Equal(200, (await story.Hand.Sends(like)).Status);
        Assert.Equal(200, (await story.Hand.Sends(story.Hand.Activity(Claire, "messageDelete", there))).Status);
        Assert.Equal(200, (await story.Hand.Sends(story.Hand.Activity(Claire, "typing", there))).Status);

        await story.IsOver();
        Assert.Single(await story.Desk.Timeline(await story.Desk.Sees("INC-000001")));
    }

    [Fact]
    public async Task An_engineer_in_the_desk_s_thread_says_for_whom_their_words_are()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        var (desk, _) = await story.Declares(Claire);
        var there = new TeamsSpot(desk.Conversation, "channel", "desk-team");
        await story.Hand.Writes(Nadia, "le cluster 4 a redémarré", there);
        var asked = await story.Connector.Says(desk.Conversation, "INC-000001");

        var noted = await story.Hand.Clicks(Nadia, asked.Card!, "Note interne", there);

        Assert.Contains("INC-000001", noted.Words);
        Assert.Single(await story.Desk.Timeline(await story.Desk.Sees("INC-000001")), happening => happening is { Type: "noted", Internal: true });
        Assert.Equal("Open", (await story.Desk.Sees("INC-000001")).Status);
    }

    [Fact]
    public async Task Whoever_is_no_named_contact_is_told_so_and_not_recorded()
    {
        await using var story = await WithChannel();
        var (_, client) = await Declares(story);
        var there = new TeamsSpot(client.Conversation, "channel", "borealis-team");

        await story.Hand.Writes(Stranger, "chez moi aussi", there);
        var told = await story.Connector.Says(client.Conversation, "associez votre compte");
        var clicked = await story.Hand.Clicks(Stranger, client.Card!, "Répondre", there);

        Assert.DoesNotContain("INC-000001", told.Words);
        Assert.DoesNotContain("INC-000001", clicked.Words);
        Assert.Single(await story.Desk.Timeline(await story.Desk.Sees("INC-000001")));
    }

    [Fact]
    public async Task In_a_group_chat_the_answer_to_a_card_is_about_its_ticket()
    {
        const string group = "19:borealis-group@thread.v2";
        await using var story = await WithChannel(group);
        var (desk, _) = await story.DeclaresWithForm(Claire);
        var client = await story.Connector.Says(group, "INC-000001");
        await story.HasLeft();
        var quote = story.Hand.Activity(Claire, "message", new TeamsSpot(group, "groupChat"));
        quote["text"] = "Toujours rien.";
        quote["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "text/html",
            ["content"] = $"<blockquote itemscope=\"\" itemtype=\"http://schema.skype.com/Reply\" itemid=\"{client.Id}\"><p>carte</p></blockquote><p>Toujours rien.</p>",
        });

        await story.Hand.Sends(quote);

        await story.Connector.Says(desk.Conversation, "Toujours rien.");
    }

    private static async Task<TeamsStory> WithChannel(string channel = Channel)
    {
        var file = System.IO.Path.GetTempFileName();
        var yaml = await TestFile.Read(System.IO.Path.Combine(AppContext.BaseDirectory, "demo", "directory.yaml"));
        await TestFile.Write(file, yaml.Replace(
            "teams: { tenants: [3b0b6a0e-52a3-4c55-9d0e-8f3f0f0c7a11] }",
            $"teams: {{ tenants: [3b0b6a0e-52a3-4c55-9d0e-8f3f0f0c7a11], team: borealis-team, channel: \"{channel}\" }}"));
        return await At("2026-11-23T10:00:00+01:00", $"--Directory:Path={file}");
    }

    private static async Task<(ConnectorCall Desk, ConnectorCall Client)> Declares(TeamsStory story)
    {
        var (desk, _) = await story.DeclaresWithForm(Claire);
        var client = await story.Connector.Begins(Channel);
        await story.HasLeft();
        return (desk, client);
    }

    private static JsonObject Mention(string text, string id, string name) =>
        new() { ["type"] = "mention", ["text"] = text, ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = name } };
}
