using System.Text.Json;
using ChatSupport.Bot.Delivery;
using ChatSupport.Desk;
using ChatSupport.Tests.Delivery;
using ChatSupport.Tests.Driver;
using Microsoft.Extensions.DependencyInjection;

namespace ChatSupport.Tests.Teams;

/// <summary>The one exception: in the demo without credentials the Agents Playground needs no token, from this machine to this machine.</summary>
public sealed class PlaygroundTests
{
    [Theory]
    [InlineData("http://127.0.0.1:56150/_connector", 200)]
    [InlineData("https://smba.trafficmanager.net/emea/", 403)]
    [InlineData("http://192.168.1.20:56150/_connector", 403)]
    public async Task Without_a_token_only_this_machine_is_answered(string serviceUrl, int status)
    {
        await using var desk = await RunningDesk.At("2026-11-23T10:00:00+01:00");
        var reaction = new
        {
            type = "messageReaction",
            id = "1",
            channelId = "msteams",
            serviceUrl,
            conversation = new { id = "a:1", tenantId = "t", conversationType = "personal" },
            from = new { id = "u", aadObjectId = "u" },
            recipient = new { id = "b" },
        };

        Assert.Equal(status, (await desk.Asks(HttpMethod.Post, "/api/messages", JsonSerializer.Serialize(reaction))).Status);
    }

    [Fact]
    public async Task Another_site_s_page_cannot_use_it()
    {
        await using var desk = await RunningDesk.At("2026-11-23T10:00:00+01:00");
        Assert.Equal(403, (await desk.Asks(HttpMethod.Post, "/api/messages", "{}", ("Origin", "https://evil.example"))).Status);
    }

    [Fact]
    public async Task As_long_as_nobody_has_opened_it_nothing_is_sent_there_and_nothing_waits()
    {
        await using var desk = await RunningDesk.At("2026-11-23T10:00:00+01:00");
        await desk.Declares("paul.renard");
        await desk.Services.GetRequiredService<Pump>().Drain(TestContext.Current.CancellationToken).InTime();
        Assert.Null(await desk.Services.GetRequiredService<PostRoom>().NextClaim(_ => true, TestContext.Current.CancellationToken));
    }
}
