using System.Text.Json.Nodes;
using ChatSupport.Bot.Slack;
using ChatSupport.Bot.Slack.Client;
using ChatSupport.Bot.Slack.Socket;
using ChatSupport.Bot.Watch;
using ChatSupport.Bot.Wire;
using ChatSupport.Desk.People;
using ChatSupport.Tests.Carriers;
using ChatSupport.Tests.Driver;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace ChatSupport.Tests.Slack;

public sealed class SocketTests
{
    private static readonly string[] OverSockets = ["--Slack:SigningSecret=", $"--Slack:AppToken={SlackCarrier.AppToken}"];

    [Fact]
    public async Task Without_an_address_deliveries_come_over_sockets_and_are_acknowledged_once_durable()
    {
        await using var story = await SlackStory.At(SlackStory.Monday, OverSockets);
        var socket = await story.Slack.Sockets.Opened();
        var ack = await story.Slack.Sockets.Delivers(socket, "slash_commands", Command(story, "/support", "INC-000001"));
        Assert.Contains("ephemeral", ack.GetProperty("payload").GetProperty("response_type").GetString());
        await story.Slack.Sockets.Delivers(socket, "slash_commands", Command(story, "/incident", ""));
        var modal = new SlackView(story.Slack, await story.Slack.Sees("views.open"));
        Assert.Contains("title", modal.Blocks);

        var card = await Declared(story);
        var told = await story.Slack.Sockets.Delivers(socket, "events_api", Reply(card, "C'est revenu."));
        Assert.False(told.TryGetProperty("payload", out _));
        Assert.Equal("replied", (await story.Timeline())[^1].Type);
    }

    [Fact]
    public async Task A_socket_that_Slack_takes_away_is_replaced_first_and_nothing_is_lost_over_it()
    {
        await using var story = await SlackStory.At(SlackStory.Monday, OverSockets);
        var (one, other) = (await story.Slack.Sockets.Opened(), await story.Slack.Sockets.Opened());
        var card = await Declared(story);
        await SlackSockets.Refresh(one);
        var anew = await story.Slack.Sockets.Opened();
        await story.Slack.Sockets.Delivers(one, "events_api", Reply(card, "par l'ancienne"));
        await story.Slack.Sockets.Delivers(anew, "events_api", Reply(card, "par la nouvelle"));
        await story.Slack.Sockets.Delivers(other, "events_api", Reply(card, "par l'autre"));
        Assert.Equal(3, (await story.Timeline()).Count(happening => happening.Type == "replied"));
    }

    [Fact]
    public async Task A_socket_that_just_breaks_is_opened_again()
    {
        await using var story = await SlackStory.At(SlackStory.Monday, OverSockets);
        var (one, _) = (await story.Slack.Sockets.Opened(), await story.Slack.Sockets.Opened());
        one.Abort();
        var anew = await story.Slack.Sockets.Opened();
        await story.Slack.Sockets.Delivers(anew, "slash_commands", Command(story, "/support", "aide"));
    }

    [Fact]
    public async Task While_no_socket_can_be_opened_the_watch_says_that_nobody_is_heard()
    {
        await using var slack = await SlackCarrier.Start();
        slack.IsUnlinked = true;
        await using var desk = await RunningDesk.At(SlackStory.Monday, [.. slack.Settings]);
        var time = new HastyTime(Instant.FromUtc(2026, 11, 30, 9, 0));
        var watch = new DoorWatch(time);
        var settings = new SlackSettings(null, SlackCarrier.Token, SlackCarrier.AppToken, new Uri(slack.ApiUrl));
        using var http = new HttpClient();
        var client = new SlackClient(http, settings, new Budgets(time), time, NullLogger<SlackClient>.Instance);
        using var sockets = ActivatorUtilities.CreateInstance<SocketMode>(desk.Services, settings, client, watch, time);
        await sockets.StartAsync(CancellationToken.None);
        for (var tries = 0; tries < 20; tries++)
            await slack.Sees("apps.connections.open");
        var trouble = Assert.Single(watch.InTrouble);
        Assert.Equal((Way.Slack, true, "link_disabled"), (trouble.Way, trouble.IsInward, trouble.Why));
        await sockets.StopAsync(CancellationToken.None);
    }

    private static async Task<SlackCall> Declared(SlackStory story)
    {
        await story.Desk.Declares("paul.renard");
        var card = await story.Slack.Posts(SlackStory.MeridienChannel);
        await story.Settles();
        return card;
    }

    private static JsonObject Command(SlackStory story, string command, string text) => new()
    {
        ["team_id"] = "T0MERIDIEN",
        ["user_id"] = "U0PAUL",
        ["channel_id"] = "C0ANYWHERE",
        ["command"] = command,
        ["text"] = text,
        ["trigger_id"] = story.Slack.Town.NewTrigger("T0MERIDIEN"),
    };

    private static JsonObject Reply(SlackCall card, string text) => new()
    {
        ["type"] = "event_callback",
        ["team_id"] = "T0MERIDIEN",
        ["event_id"] = text,
        ["event"] = new JsonObject
        {
            ["type"] = "message",
            ["user"] = "U0PAUL",
            ["team"] = "T0MERIDIEN",
            ["channel"] = SlackStory.MeridienChannel,
            ["channel_type"] = "channel",
            ["text"] = text,
            ["ts"] = $"1764493400.{Math.Abs(text.GetHashCode(StringComparison.Ordinal)) % 1_000_000:D6}",
            ["thread_ts"] = card.Ts,
        },
    };
}
