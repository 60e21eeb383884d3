using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Limits;

/// <summary>Whose word is taken for where a request comes from.</summary>
public sealed class ProxyTests
{
    [Fact]
    public async Task Behind_a_known_proxy_each_stranger_has_their_own_budget()
    {
        await using var desk = await RealDesk.Start("--Public:Proxies=127.0.0.1", "--Limits:PerAddress=10");
        Assert.Contains(429, await Asks(desk, 60, _ => "192.0.2.7"));
        Assert.DoesNotContain(429, await Asks(desk, 1, _ => "192.0.2.8"));
    }

    [Fact]
    public async Task A_header_that_anybody_can_send_buys_no_new_budget()
    {
        await using var desk = await RealDesk.Start("--Limits:PerAddress=10");
        Assert.Contains(429, await Asks(desk, 60, n => $"192.0.2.{n}"));
    }

    private static async Task<List<int>> Asks(RealDesk desk, int times, Func<int, string> from)
    {
        var answers = new List<int>();
        for (var n = 0; n < times; n++)
            answers.Add((await desk.Asks(HttpMethod.Get, "/nowhere", from: from(n))).Status);
        return answers;
    }
}
