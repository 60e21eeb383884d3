using ChatSupport.Bot.Delivery;
using Microsoft.Extensions.Time.Testing;

namespace ChatSupport.Tests.Delivery;

public sealed class WakeupTests
{
    private readonly FakeTimeProvider time = new();

    [Fact]
    public async Task A_call_before_the_sleep_ends_it_at_once()
    {
        var wakeup = new Wakeup(time);
        wakeup.Call();
        await wakeup.Wait(Timeout.InfiniteTimeSpan, CancellationToken.None).InTime();
    }

    [Fact]
    public async Task Many_calls_are_one()
    {
        var wakeup = new Wakeup(time);
        wakeup.Call();
        wakeup.Call();
        await wakeup.Wait(Timeout.InfiniteTimeSpan, CancellationToken.None).InTime();
        Assert.False(wakeup.Wait(Timeout.InfiniteTimeSpan, CancellationToken.None).IsCompleted);
    }

    [Fact]
    public async Task Without_a_call_the_sleep_is_as_long_as_was_said()
    {
        var sleep = new Wakeup(time).Wait(TimeSpan.FromSeconds(5), CancellationToken.None);
        time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(sleep.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.1));
        await sleep.InTime();
    }

    [Fact]
    public async Task A_stop_ends_the_sleep_without_an_exception()
    {
        using var stop = new CancellationTokenSource();
        var sleep = new Wakeup(time).Wait(Timeout.InfiniteTimeSpan, stop.Token);
        await stop.CancelAsync();
        await sleep.InTime();
    }
}
