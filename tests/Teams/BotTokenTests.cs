using ChatSupport.Bot.Teams.Client;
using ChatSupport.Tests.Carriers;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace ChatSupport.Tests.Teams;

/// <summary>The bot's own token lasts an hour; Microsoft is asked for another before anybody would notice.</summary>
public sealed class BotTokenTests
{
    [Fact]
    public async Task It_is_fetched_anew_some_minutes_before_it_ends_and_once_for_all_who_ask()
    {
        await using var azure = await AzureCarrier.Start();
        using var http = new HttpClient();
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        using var token = new BotToken(http, azure.Read, time, NullLogger<BotToken>.Instance);
        var first = await token.Get(TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromMinutes(54));
        Assert.Equal(first, await token.Get(TestContext.Current.CancellationToken));

        time.Advance(TimeSpan.FromMinutes(2));
        var next = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => token.Get(TestContext.Current.CancellationToken).AsTask()));

        Assert.NotEqual(first, Assert.Single(next.Distinct()));
        Assert.Equal(2, azure.TokenFetches);
    }
}
