using ChatSupport.Bot.Teams.Wire;
using ChatSupport.Tests.Carriers;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using static ChatSupport.Tests.Teams.TeamsStory;

namespace ChatSupport.Tests.Teams;

/// <summary>The connector uses one token for an hour: it is looked at once in a while, and what it vouches for is compared each time.</summary>
public sealed class BelievedTokenTests
{
    private const string Service = "https://smba.trafficmanager.net/emea/";

    [Fact]
    public async Task A_token_is_verified_once_in_five_minutes_and_believed_between()
    {
        await using var azure = await AzureCarrier.Start();
        using var bench = new Bench(azure);
        var token = azure.Key.Sign(TeamsHand.Claims(Service));

        var first = await bench.Read(token);
        Assert.NotNull(first);
        Assert.Same(first, await bench.Read(token));
        bench.Time.Advance(TimeSpan.FromMinutes(5));
        var later = await bench.Read(token);
        Assert.Equal(first, later);
        Assert.NotSame(first, later);
    }

    [Fact]
    public async Task No_token_is_believed_beyond_its_own_end()
    {
        await using var azure = await AzureCarrier.Start();
        using var bench = new Bench(azure);
        var claims = TeamsHand.Claims(Service);
        claims["exp"] = bench.Time.GetUtcNow().ToUnixTimeSeconds() + 60;
        var token = azure.Key.Sign(claims);
        Assert.Same(await bench.Read(token), await bench.Read(token));

        bench.Time.Advance(TimeSpan.FromSeconds(61));
        Assert.NotSame(await bench.Read(token), await bench.Read(token));
        bench.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Null(await bench.Read(token));
    }

    [Fact]
    public async Task A_token_is_not_believed_any_more_once_its_key_is_gone()
    {
        await using var azure = await AzureCarrier.Start();
        using var bench = new Bench(azure);
        var before = azure.Key.Sign(TeamsHand.Claims(Service));
        Assert.NotNull(await bench.Read(before));
        azure.Rotates();

        Assert.NotNull(await bench.Read(azure.Key.Sign(TeamsHand.Claims(Service))));

        Assert.Null(await bench.Read(before));
    }

    [Fact]
    public async Task A_believed_token_still_vouches_for_its_own_address_and_channels_only()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        var authorization = $"Bearer {story.Azure.Key.Sign(TeamsHand.Claims(story.Connector.ServiceUrl))}";
        var activity = story.Hand.Activity(Claire, "messageReaction");
        Assert.Equal(200, (await story.Hand.Sends(activity, authorization)).Status);

        activity["serviceUrl"] = Service;
        Assert.Equal(403, (await story.Hand.Sends(activity, authorization)).Status);
        activity["serviceUrl"] = story.Connector.ServiceUrl;
        activity["channelId"] = "facebook";
        Assert.Equal(403, (await story.Hand.Sends(activity, authorization)).Status);
        activity["channelId"] = "msteams";
        Assert.Equal(401, (await story.Hand.Sends(activity, authorization[..^8] + "AAAAAAAA")).Status);
        Assert.Equal(200, (await story.Hand.Sends(activity, authorization)).Status);
    }

    /// <summary>What reads tokens, at a time of the test's own.</summary>
    private sealed class Bench : IDisposable
    {
        private readonly HttpClient http = new();
        private readonly SigningKeys keys;
        private readonly ServiceTokens tokens;

        public Bench(AzureCarrier azure)
        {
            keys = new SigningKeys(http, azure.Read, Time, NullLogger<SigningKeys>.Instance);
            tokens = new ServiceTokens(keys, new BelievedTokens(keys, Time), azure.Read, Time);
        }

        public FakeTimeProvider Time { get; } = new(TimeProvider.System.GetUtcNow());

        public ValueTask<ServiceToken?> Read(string token) => tokens.Read($"Bearer {token}", TestContext.Current.CancellationToken);

        public void Dispose()
        {
            keys.Dispose();
            http.Dispose();
        }
    }
}
