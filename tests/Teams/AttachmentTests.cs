using System.Text.Json.Nodes;
using ChatSupport.Tests.Carriers;
using ChatSupport.Tests.Driver;
using static ChatSupport.Tests.Teams.TeamsStory;

namespace ChatSupport.Tests.Teams;

/// <summary>Files that come with words, fetched with the token and kept by the desk.</summary>
public sealed class AttachmentTests
{
    [Fact]
    public async Task A_file_in_answer_to_the_ticket_s_card_is_attached()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        var (_, client) = await story.Declares(Claire);

        await Sends(story, client, "voici les journaux", File(story.Connector.Keep("journal.log", "erreur"u8.ToArray()), "journal.log"));

        var attached = await Attached(story);
        Assert.Equal("journal.log", attached.Detail.GetProperty("name").GetString());
        Assert.Contains(await story.Desk.Timeline(await story.Desk.Sees("INC-000001")), happening => happening.Type == "replied");
    }

    [Fact]
    public async Task A_picture_without_a_name_is_called_by_what_it_is()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        var (_, client) = await story.Declares(Claire);
        var url = story.Connector.Keep("original", [1, 2, 3], "image/png");

        await Sends(story, client, "capture", new JsonObject { ["contentType"] = "image/*", ["contentUrl"] = url });

        Assert.Equal("image.png", (await Attached(story)).Detail.GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("virus.exe", 10, ".exe")]
    [InlineData("vide.txt", 0, "vide.txt")]
    [InlineData("gros.txt", 10 * 1024 * 1024 + 1, "gros.txt")]
    public async Task What_may_not_be_attached_is_not_kept_and_its_sender_is_told_why(string name, int size, string said)
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        var (_, client) = await story.Declares(Claire);

        await Sends(story, client, "voici", File(story.Connector.Keep(name, new byte[size]), name));

        await story.Connector.Sees(call => call.Conversation == Claire.Chat && call.Words.Contains('⛔') && call.Words.Contains(said));
        Assert.DoesNotContain(await story.Desk.Timeline(await story.Desk.Sees("INC-000001")), happening => happening.Type == "attached");
    }

    [Fact]
    public async Task The_token_goes_to_no_other_host()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        var (_, client) = await story.Declares(Claire);

        await Sends(story, client, "voici", File("http://169.254.169.254/latest/meta-data.txt", "meta-data.txt"));

        await story.Connector.Says(Claire.Chat, "INC-000001");
        Assert.DoesNotContain(await story.Desk.Timeline(await story.Desk.Sees("INC-000001")), happening => happening.Type == "attached");
    }

    [Fact]
    public async Task A_file_about_nothing_is_asked_about()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        await story.Joins(Claire);

        await Sends(story, null, "", File(story.Connector.Keep("journal.log", [1]), "journal.log"));

        await story.Connector.Says(Claire.Chat, "Pour quel ticket");
        await story.IsOver();
    }

    private static JsonObject File(string url, string name) => new()
    {
        ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
        ["name"] = name,
        ["content"] = new JsonObject { ["downloadUrl"] = url, ["uniqueId"] = "1", ["fileType"] = "txt" },
    };

    private static Task<TeamsAnswered> Sends(TeamsStory story, ConnectorCall? card, string words, JsonObject file) =>
        story.Hand.Writes(Claire, words, also: activity =>
        {
            activity["attachments"] = new JsonArray(file);
            if (card is not null)
                activity["replyToId"] = card.Id;
        });

    private static async Task<HappeningSeen> Attached(TeamsStory story)
    {
        while (true)
        {
            var timeline = await story.Desk.Timeline(await story.Desk.Sees("INC-000001"));
            if (timeline.FirstOrDefault(happening => happening.Type == "attached") is { } attached)
                return attached;
            await Task.Yield();
        }
    }
}
