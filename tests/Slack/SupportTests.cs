using ChatSupport.Tests.Carriers;

namespace ChatSupport.Tests.Slack;

public sealed class SupportTests
{
    [Fact]
    public async Task A_contact_lists_and_finds_their_tickets_and_only_they_read_it()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        await story.Desk.Declares("paul.renard", ("title", "Nos instances ne répondent plus"));
        await story.Desk.Declares("claire.morel", ("title", "Le volume est illisible"));
        var list = await story.Hand.Types(SlackPerson.Paul, "/support");
        Assert.Equal("ephemeral", list.Json.GetProperty("response_type").GetString());
        Assert.Contains("INC-000001", list.Text);
        Assert.DoesNotContain("INC-000002", list.Text);
        Assert.Contains("Nos instances ne répondent plus", (await story.Hand.Types(SlackPerson.Paul, "/support", "inc-1")).Text);
        Assert.DoesNotContain("Le volume", (await story.Hand.Types(SlackPerson.Paul, "/support", "INC-000002")).Text);
    }

    [Fact]
    public async Task What_the_desk_says_names_moments_that_each_reader_sees_by_their_own_clock()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        await story.Desk.Declares("paul.renard");
        var (declared, due) = (DateTimeOffset.Parse(SlackStory.Monday), DateTimeOffset.Parse("2026-11-30T14:00:00+01:00"));
        var timeline = await story.Hand.Types(SlackPerson.Tom, "/support", "timeline INC-000001");
        Assert.Contains($"<!date^{declared.ToUnixTimeSeconds()}^{{date_long}} at {{time}}|Monday 30 November 2026 at 10:00, Paris time>", timeline.Json.GetProperty("text").GetString());
        var card = await story.Hand.Types(SlackPerson.Paul, "/support", "INC-000001");
        Assert.Contains($"<!date^{due.ToUnixTimeSeconds()}^", card.Json.GetProperty("text").GetString());
    }

    [Fact]
    public async Task An_engineer_reads_the_queue()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        await story.Desk.Declares("paul.renard");
        Assert.Contains("INC-000001", (await story.Hand.Types(SlackPerson.Tom, "/support")).Text);
        Assert.Contains("Nadia Benali", (await story.Hand.Types(SlackPerson.Tom, "/support", "on call")).Text);
    }

    [Fact]
    public async Task Declaring_by_that_command_opens_the_form_as_well()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        await story.Hand.Types(SlackPerson.Paul, "/support", "déclarer un incident");
        Assert.Contains("title", new SlackView(story.Slack, await story.Slack.Sees("views.open")).Blocks);
        await story.IsOver();
    }

    [Fact]
    public async Task A_stranger_is_answered_neutrally()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        await story.Desk.Declares("paul.renard");
        var answer = (await story.Hand.Types(new SlackPerson("T0MERIDIEN", "U0INTERN"), "/support", "INC-000001")).Text;
        Assert.Contains("ne connais pas encore ce compte", answer);
        Assert.DoesNotContain("INC-000001", answer);
    }
}
