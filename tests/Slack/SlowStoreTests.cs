using System.Net;
using ChatSupport.Tests.Carriers;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Slack;

[Trait("Store", "embedded")]
public sealed class SlowStoreTests
{
    [Fact]
    public async Task What_cannot_be_made_durable_in_time_is_not_taken_and_comes_again_without_harm()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        await story.Desk.Declares("paul.renard");
        var card = await story.Slack.Posts(SlackStory.MeridienChannel);
        await story.Settles();

        using (story.Desk.Slow())
        {
            var began = TimeProvider.System.GetTimestamp();
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Replies(story, card)).Status);
            Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(3));
        }
        Assert.Equal(HttpStatusCode.OK, (await Replies(story, card)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Replies(story, card)).Status);
        Assert.Single(await story.Timeline(), happening => happening.Type == "replied");
    }

    [Fact]
    public async Task A_form_opens_though_nothing_can_be_written_and_is_declared_once_it_can()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        SlackView modal;
        using (story.Desk.Slow())
        {
            modal = await story.Begins(SlackPerson.Paul);
            await story.Complete(SlackPerson.Paul, modal);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await story.Hand.Submits(SlackPerson.Paul, modal)).Status);
        }
        Assert.Equal("update", (await story.Hand.Submits(SlackPerson.Paul, modal)).Action);
        await story.Slack.Posts(SlackStory.DeskChannel, "INC-000001");
        await story.Slack.Posts(SlackStory.MeridienChannel, "INC-000001");
        await story.IsOver();
    }

    private static Task<SlackReaction> Replies(SlackStory story, SlackCall card) => story.Hand.Writes(
        SlackPerson.Paul, SlackStory.MeridienChannel, "C'est revenu.", thread: card.Ts, ts: "1764493300.000100");
}
