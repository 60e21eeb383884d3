using ChatSupport.Tests.Carriers;

namespace ChatSupport.Tests.Slack;

public sealed class OutboundTests
{
    [Fact]
    public async Task Slack_says_when_to_come_back_and_is_obeyed()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        story.Slack.Next("chat.postMessage", new SlackFault.Limited(2));
        var began = TimeProvider.System.GetTimestamp();
        await story.Desk.Declares("paul.renard");
        await story.Slack.Posts(SlackStory.DeskChannel, "INC-000001");
        await story.Slack.Posts(SlackStory.MeridienChannel, "INC-000001");
        Assert.True(TimeProvider.System.GetElapsedTime(began) > TimeSpan.FromSeconds(1.9));
        await story.IsOver();
    }

    [Fact]
    public async Task Slacks_own_trouble_passes()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        story.Slack.Next("chat.postMessage", new SlackFault.Broken(503), new SlackFault.Refuses("internal_error"), new SlackFault.Broken(500));
        await story.Desk.Declares("paul.renard");
        await story.Slack.Posts(SlackStory.DeskChannel, "INC-000001");
        await story.Slack.Posts(SlackStory.MeridienChannel, "INC-000001");
        story.Slack.ForgetsFailures();
        await story.IsOver();
    }

    [Fact]
    public async Task A_card_whose_answer_got_lost_is_recognised_and_not_posted_again()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        story.Slack.Posted = call => story.Hand.Echoes(call, call.Channel == SlackStory.DeskChannel ? "T0DESK" : "T0MERIDIEN");
        story.Slack.Next("chat.postMessage", new SlackFault.Lost(), new SlackFault.Lost());
        await story.Desk.Declares("paul.renard");
        var (desk, client) = (await story.Slack.Posts(SlackStory.DeskChannel), await story.Slack.Posts(SlackStory.MeridienChannel));
        await story.Slack.Updates(desk);
        await story.Slack.Updates(client);
        await story.IsOver();
    }

    [Theory]
    [InlineData("is_archived")]
    [InlineData("channel_not_found")]
    [InlineData("not_in_channel")]
    [InlineData("token_revoked")]
    public async Task Where_the_company_cannot_be_told_the_contact_is_and_the_desk_sees_it(string error)
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        story.Slack.NextAt(SlackStory.MeridienChannel, new SlackFault.Refuses(error));
        await story.Desk.Declares("paul.renard");
        Assert.Contains("INC-000001", (await story.Slack.Posts(SlackPerson.Paul.Direct)).Words);
        var seen = (await story.Slack.Posts(SlackStory.DeskChannel, error)).Words;
        Assert.Contains("le canal de Méridien Logistique", seen);
        Assert.DoesNotContain(SlackStory.MeridienChannel, seen);
        Assert.Equal(error, (await story.Timeline())[^1].Detail.GetProperty("why").GetString());
    }

    [Fact]
    public async Task A_card_that_somebody_deleted_is_posted_anew()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var (desk, client) = await story.Declares(SlackPerson.Paul, SlackStory.MeridienChannel);
        story.Slack.Town.Delete(client.Ts!);
        await story.Hand.Clicks(SlackPerson.Nadia, desk, "Prendre en charge");
        var anew = await story.Slack.Sees("chat.postMessage", call => call.Channel == SlackStory.MeridienChannel && call.Thread is null);
        Assert.Contains("En cours", anew.Words);
    }

    [Fact]
    public async Task A_form_that_Slack_does_not_open_is_not_asked_for_twice()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        story.Slack.Next("views.open", new SlackFault.Silent(), new SlackFault.Silent());
        Assert.Equal(System.Net.HttpStatusCode.OK, (await story.Hand.Uses(SlackPerson.Paul, "declare")).Status);
    }

    [Fact]
    public async Task However_slow_Slack_is_the_delivery_is_answered_in_time()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        story.Slack.Next("views.open", new SlackFault.Silent());
        var began = TimeProvider.System.GetTimestamp();
        var answer = await story.Hand.Types(SlackPerson.Paul, "/incident");
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.Status);
        Assert.Contains("demandez-le de nouveau", answer.Json.GetProperty("text").GetString());
        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(12));
    }
}
