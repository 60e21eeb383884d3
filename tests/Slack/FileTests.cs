using System.Text;
using System.Text.Json.Nodes;
using ChatSupport.Tests.Carriers;

namespace ChatSupport.Tests.Slack;

public sealed class FileTests
{
    [Fact]
    public async Task Files_in_the_thread_are_fetched_with_the_token_and_attached_as_they_came()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var card = await Declared(story);
        var content = Encoding.UTF8.GetBytes("Connection refused\u0000\u0001");
        await Sends(story, card, "voici le journal", ("F1", "journal.log", story.Slack.Keep("F1", content)), ("F2", "schéma.png", story.Slack.Keep("F2", [1, 2, 3])));
        await story.Settles();
        var events = await story.Timeline();
        Assert.Equal(["replied", "attached", "attached"], events.Skip(1).Select(happening => happening.Type));
        var stored = events[2].Detail.GetProperty("file").GetString()!;
        var path = Assert.Single(System.IO.Directory.GetFiles(story.Desk.Folder, stored, System.IO.SearchOption.AllDirectories));
        Assert.Equal(content, await System.IO.File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("virus.exe", 10, ".exe")]
    [InlineData("journal.log", 10 * 1024 * 1024 + 1, "10")]
    [InlineData("journal.log", 0, "journal.log")]
    public async Task What_may_not_be_attached_is_not_kept_and_its_sender_alone_is_told_why(string name, int size, string says)
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var card = await Declared(story);
        await Sends(story, card, "voici", ("F1", name, story.Slack.Keep("F1", new byte[size])));
        var told = await story.Slack.Sees("chat.postEphemeral");
        Assert.Equal(("U0PAUL", card.Ts), (told.Text("user"), told.Thread));
        Assert.Contains(says, told.Words);
        Assert.DoesNotContain(await story.Timeline(), happening => happening.Type == "attached");
        Assert.Empty(System.IO.Directory.GetFiles(System.IO.Path.Combine(story.Desk.Folder, "attachments")));
    }

    [Fact]
    public async Task A_page_that_asks_to_sign_in_is_no_attachment()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var card = await Declared(story);
        await Sends(story, card, "voici", ("F1", "journal.txt", story.Slack.Keep("F1", "<html>"u8.ToArray(), "text/html")));
        await story.Settles();
        Assert.DoesNotContain(await story.Timeline(), happening => happening.Type == "attached");
    }

    [Fact]
    public async Task The_token_goes_to_nobody_but_Slack()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        await using var stranger = await SlackCarrier.Start();
        var card = await Declared(story);
        await Sends(story, card, "voici", ("F1", "journal.txt", stranger.Keep("F1", [1])));
        await story.Settles();
        Assert.Equal(0, stranger.Fetched);
        Assert.DoesNotContain(await story.Timeline(), happening => happening.Type == "attached");
    }

    private static async Task<SlackCall> Declared(SlackStory story)
    {
        await story.Desk.Declares("paul.renard");
        var card = await story.Slack.Posts(SlackStory.MeridienChannel);
        await story.Settles();
        return card;
    }

    private static Task<SlackReaction> Sends(SlackStory story, SlackCall card, string words, params (string Id, string Name, string Url)[] files) =>
        story.Hand.Writes(SlackPerson.Paul, SlackStory.MeridienChannel, words, thread: card.Ts, files:
        [
            .. files.Select(file => (JsonNode)new JsonObject { ["id"] = file.Id, ["name"] = file.Name, ["url_private_download"] = file.Url }),
        ]);
}
