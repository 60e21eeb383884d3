using System.Diagnostics;
using ChatSupport.Tests.Delivery;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Playground;

public sealed class ProgramTests
{
    [Fact]
    public async Task Started_with_nothing_it_is_the_demo_says_so_door_by_door_and_stops_in_time_with_a_page_open()
    {
        await using var run = ProgramRun.Start("--urls=http://127.0.0.1:0");
        var url = (await run.Says("Now listening on:").InTime()).Split(": ")[^1];
        Assert.EndsWith($"demo: on. {url}/", await run.Says("demo:").InTime(), StringComparison.Ordinal);
        Assert.Contains(run.Log, line => line.Contains("api: off. Set Api:Keys:<name>", StringComparison.Ordinal));
        Assert.Contains(run.Log, line => line.Contains("mail: on. Nothing leaves this machine", StringComparison.Ordinal));

        using var http = new HttpClient();
        Assert.Contains("ChatSupport", await http.GetStringAsync(new Uri(url), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var stream = await http.GetStreamAsync(new Uri($"{url}/demo/stream"), TestContext.Current.CancellationToken);
        Assert.NotEqual(-1, stream.ReadByte());
        Assert.DoesNotContain(run.Log, line => line.Contains("Request starting", StringComparison.Ordinal));

        var asked = Stopwatch.GetTimestamp();
        await run.Terminate();
        await run.Ends().InTime();
        Assert.InRange(Stopwatch.GetElapsedTime(asked), TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task It_does_not_start_open_to_others_and_says_why()
    {
        await using var run = ProgramRun.Start("--urls=http://0.0.0.0:0");
        await run.Ends().InTime();
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("it listens on this machine only, and “http://0.0.0.0:0” is open to others", await run.Complains(), StringComparison.Ordinal);
    }
}
