using ChatSupport.Bot.Delivery;

namespace ChatSupport.Tests.Delivery;

public sealed class BackoffTests
{
    private static readonly Backoff Backoff = new(TimeSpan.FromSeconds(4), TimeSpan.FromMinutes(1));

    [Theory]
    [InlineData(1, 4)]
    [InlineData(2, 8)]
    [InlineData(4, 32)]
    [InlineData(5, 60)]
    [InlineData(1000, 60)]
    public void Each_pause_is_twice_the_last_until_the_longest(int attempt, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Backoff.After(attempt, luck: 1));

    [Fact]
    public void The_lucky_come_back_after_half_the_time() => Assert.Equal(TimeSpan.FromSeconds(4), Backoff.After(2, luck: 0));

    [Fact]
    public void The_usual_number_of_attempts_outlasts_a_working_day()
    {
        var shortest = Enumerable.Range(1, new DeliverySettings().Attempts - 1).Sum(attempt => DeliverySettings.Backoff.After(attempt, luck: 0).TotalHours);
        Assert.InRange(shortest, 5, 10);
    }
}
