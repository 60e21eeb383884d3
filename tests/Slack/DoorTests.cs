using System.Text.Json;
using ChatSupport.Bot.Slack.Install;
using ChatSupport.Tests.Carriers;
using ChatSupport.Tests.CommandLine;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Slack;

public sealed class DoorTests
{
    [Fact]
    public async Task Without_credentials_the_door_is_off_and_its_paths_do_not_exist()
    {
        await using var desk = await RunningDesk.At(SlackStory.Monday);
        foreach (var path in new[] { "/slack/events", "/slack/interactions", "/slack/commands" })
            Assert.Equal(404, (await desk.Asks(HttpMethod.Post, path, "{}")).Status);
        Assert.Equal(404, (await desk.Asks(HttpMethod.Get, "/slack/install")).Status);
        Assert.Contains("Slack:SigningSecret", (await desk.Shows("/readyz", "en")).Text);
    }

    [Fact]
    public async Task Over_sockets_alone_there_is_nothing_to_reach()
    {
        await using var story = await SlackStory.At(SlackStory.Monday, "--Slack:SigningSecret=", $"--Slack:AppToken={SlackCarrier.AppToken}");
        Assert.Equal(404, (await story.Desk.Asks(HttpMethod.Post, "/slack/events", "{}")).Status);
        Assert.Contains("Socket", (await story.Desk.Shows("/readyz", "en")).Text);
    }

    [Fact]
    public async Task The_manifest_leads_to_this_program()
    {
        var run = await CommandLineRun.Of("manifest", "slack", "--Public:BaseUrl=https://desk.example.org/");
        Assert.Equal(0, run.Exit);
        var manifest = JsonSerializer.Deserialize<JsonElement>(run.Output);
        Assert.Equal("https://desk.example.org/slack/events", manifest.GetProperty("settings").GetProperty("event_subscriptions").GetProperty("request_url").GetString());
        Assert.DoesNotContain("support.example.com", run.Output);
    }

    [Fact]
    public async Task Over_sockets_the_manifest_needs_no_address()
    {
        var run = await CommandLineRun.Of("manifest", "slack", "--socket");
        Assert.True(JsonSerializer.Deserialize<JsonElement>(run.Output).GetProperty("settings").GetProperty("socket_mode_enabled").GetBoolean());
        Assert.DoesNotContain("request_url", run.Output);
    }

    [Fact]
    public async Task Without_an_address_the_manifest_says_what_to_set() =>
        Assert.Contains("Public:BaseUrl", (await CommandLineRun.Of("manifest", "slack")).Error);

    [Fact]
    public void The_app_asks_for_what_it_uses_and_no_more() => Assert.Equal(
        ["app_mentions:read", "channels:history", "chat:write", "commands", "files:read", "groups:history", "im:history", "im:read", "im:write"], Manifest.BotScopes());
}
