using ChatSupport.Bot.Teams.Client;
using ChatSupport.Bot.Wire;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NodaTime.Extensions;

namespace ChatSupport.Tests.Teams;

/// <summary>However much waits to be said, Teams is never asked for more than it allows.</summary>
public sealed class SharesTests
{
    [Fact]
    public async Task In_one_conversation_no_window_is_ever_exceeded()
    {
        var calls = await Calls(2500, _ => "19:queue@thread.tacv2");
        Holds(calls, most: 7, Duration.FromSeconds(1));
        Holds(calls, most: 8, Duration.FromSeconds(2));
        Holds(calls, most: 60, Duration.FromSeconds(30));
        Holds(calls, most: 1800, Duration.FromHours(1));
    }

    [Fact]
    public async Task Nor_in_one_tenant_whoever_is_spoken_to()
    {
        var calls = await Calls(500, at => $"a:{at}");
        Holds(calls, most: 30, Duration.FromSeconds(1));
        Assert.True(calls[^1] - calls[0] < Duration.FromSeconds(30), "It is slower than it has to be.");
    }

    private static async Task<List<Instant>> Calls(int count, Func<int, string> conversation)
    {
        var time = new FakeTimeProvider();
        var budgets = new Budgets(time);
        var calls = new List<Instant>();
        for (var at = 0; at < count; at++)
        {
            time.Advance((await budgets.Take(Duration.FromDays(1), Shares.Of("tenant", conversation(at)))).ToTimeSpan());
            calls.Add(time.GetCurrentInstant());
        }
        return calls;
    }

    private static void Holds(List<Instant> calls, int most, Duration window) =>
        Assert.All(calls.Zip(calls.Skip(most)), pair => Assert.True(pair.Second - pair.First >= window, $"{most + 1} calls within {pair.Second - pair.First}"));
}
