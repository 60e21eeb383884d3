using ChatSupport.Bot.Wire;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace ChatSupport.Tests.Wire;

public sealed class BudgetsTests
{
    private static readonly Budget ThreeAnHour = new("somebody", Duration.FromMinutes(20), AtOnce: 3);

    [Theory]
    [InlineData(-1)]
    [InlineData(+1)]
    public async Task Nobody_waits_longer_or_shorter_because_the_clock_was_set(int hours)
    {
        var time = new SettableTime();
        var budgets = new Budgets(time);
        for (var share = 0; share < 3; share++)
            Assert.Equal(Duration.Zero, await budgets.Take(Duration.Zero, ThreeAnHour));

        time.IsSetBy = TimeSpan.FromHours(hours);
        Assert.Equal(Duration.FromMinutes(20), await budgets.Take(Duration.Zero, ThreeAnHour));

        time.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(Duration.Zero, await budgets.Take(Duration.Zero, ThreeAnHour));
    }

    private sealed class SettableTime : FakeTimeProvider
    {
        public TimeSpan IsSetBy { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + IsSetBy;

        public override long GetTimestamp() => base.GetUtcNow().Ticks;
    }
}
