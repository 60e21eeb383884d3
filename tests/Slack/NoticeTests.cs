using ChatSupport.Tests.Carriers;

namespace ChatSupport.Tests.Slack;

public sealed class NoticeTests
{
    [Fact]
    public async Task Warnings_reach_the_on_call_person_and_a_breach_the_supervisors_and_the_channel_sees_both()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var cards = await story.Declares(SlackPerson.Paul, SlackStory.MeridienChannel);
        await story.Desk.ItIs("2026-11-30T13:05:00+01:00");
        await story.Slack.Posts(SlackStory.DeskChannel, "50", under: cards.Desk);
        await story.Slack.Posts(SlackStory.DeskChannel, "75", under: cards.Desk);
        var warned = await story.Slack.Sees("chat.postMessage", call => IsOnCall(call.Channel) && call.Words.Contains("75"));
        Assert.Contains(warned.Buttons.Keys, label => label is "Acknowledge" or "Prendre en charge");

        await story.Desk.ItIs("2026-11-30T14:00:01+01:00");
        var breach = await story.Slack.Posts(SlackStory.DeskChannel, "Prenez le ticket en charge", under: cards.Desk);
        Assert.True(breach.Arguments.GetProperty("reply_broadcast").GetBoolean());
        await story.Slack.Posts(SlackPerson.Sylvie.Direct, "INC-000001");
    }

    [Fact]
    public async Task A_notice_loses_its_buttons_when_somebody_has_acted()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var cards = await story.Declares(SlackPerson.Paul, SlackStory.MeridienChannel);
        await story.Desk.ItIs("2026-11-30T13:05:00+01:00");
        var warned = await story.Slack.Sees("chat.postMessage", call => IsOnCall(call.Channel));
        await story.Hand.Clicks(SlackPerson.Sylvie, cards.Desk, "Prendre en charge");
        var now = await story.Slack.Updates(warned);
        Assert.DoesNotContain(now.Buttons.Keys, label => label is "Acknowledge" or "Prendre en charge");
    }

    [Fact]
    public async Task Every_moment_is_shown_by_the_readers_own_clock()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var (desk, client) = await story.Declares(SlackPerson.Paul, SlackStory.MeridienChannel);
        var due = DateTimeOffset.Parse("2026-11-30T14:00:00+01:00").ToUnixTimeSeconds();
        Assert.Contains($"<!date^{due}^{{date_short_pretty}} {{time}}|lundi 30 novembre 2026 à 14:00, heure de Paris>", client.Words);
        var declared = DateTimeOffset.Parse(SlackStory.Monday).ToUnixTimeSeconds();
        Assert.Contains($"<!date^{declared}^{{date_long}} à {{time}}|lundi 30 novembre 2026 à 10:00, heure de Paris>", desk.Words);
        await story.IsOver();
    }

    private static bool IsOnCall(string? channel) => channel == SlackPerson.Tom.Direct || channel == SlackPerson.Nadia.Direct;
}
