using ChatSupport.Bot.Configuration;
using ChatSupport.Desk.Language;
using ChatSupport.Tests.Carriers;
using ChatSupport.Tests.CommandLine;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Slack;

public sealed class CheckTests
{
    [Fact]
    public async Task Tokens_that_Slack_knows_are_good()
    {
        await using var slack = await SlackCarrier.Start();
        var lines = await Check(slack, SlackCarrier.Token, SlackCarrier.AppToken);
        Assert.Contains(lines, line => line.StartsWith('✓') && line.Contains("Méridien (T0MERIDIEN)"));
        Assert.Contains(lines, line => line.StartsWith('✓') && line.Contains("Socket Mode"));
    }

    [Fact]
    public async Task A_wrong_token_says_so_and_where_to_find_the_right_one()
    {
        await using var slack = await SlackCarrier.Start();
        var lines = await Check(slack, "xoxb-wrong", "xapp-wrong");
        Assert.Contains(lines, line => line.StartsWith('✗') && line.Contains("Slack:BotToken (invalid_auth)") && line.Contains("api.slack.com/apps"));
        Assert.Contains(lines, line => line.StartsWith('✗') && line.Contains("Slack:AppToken (invalid_auth)"));
        Assert.DoesNotContain(lines, line => line.Contains("xoxb-wrong"));
    }

    [Fact]
    public async Task Slack_out_of_reach_is_said()
    {
        var slack = await SlackCarrier.Start();
        var address = slack.ApiUrl;
        await slack.DisposeAsync();
        Assert.Contains(await Check(address, SlackCarrier.Token, ""), line => line.StartsWith('✗') && line.Contains("127.0.0.1"));
    }

    [Theory]
    [InlineData("SigningSecret", "Slack:BotToken is set", "Slack:SigningSecret")]
    [InlineData("BotToken", "neither a BotToken nor", "Slack:BotToken")]
    public async Task A_door_that_would_stay_shut_for_want_of_half_its_credentials_says_which(string missing, string why, string next)
    {
        await using var slack = await SlackCarrier.Start();
        var lines = await Check(slack.ApiUrl, SlackCarrier.Token, "", $"--Slack:{missing}=");
        Assert.Contains(lines, line => line.StartsWith('✗') && line.Contains(why) && line.Contains(next));
    }

    [Fact]
    public async Task Half_of_what_an_installation_needs_is_named_and_the_program_does_not_start()
    {
        await using var slack = await SlackCarrier.Start();
        var wrong = await Assert.ThrowsAsync<ConfigurationException>(() => RunningDesk.At(SlackStory.Monday, [.. slack.Settings, "--Slack:ClientId=12.34"]));
        Assert.Contains("Slack:ClientSecret", Assert.Single(wrong.Sentences).In(Tongue.French));
    }

    private static Task<string[]> Check(SlackCarrier slack, string bot, string app) => Check(slack.ApiUrl, bot, app);

    private static async Task<string[]> Check(string api, string bot, string app, params string[] more) => (await CommandLineRun.Of(
        "", Tongue.English, ["check", $"--Slack:ApiUrl={api}", $"--Slack:SigningSecret={SlackCarrier.Secret}", $"--Slack:BotToken={bot}", $"--Slack:AppToken={app}",
        "--Demo:Enabled=true", "--environment=Development", $"--ConnectionStrings:Desk={System.IO.Path.Combine(System.IO.Path.GetTempPath(), "never-made", "desk.db")}", .. more])).Lines;
}
