using ChatSupport.Bot.Playground;
using ChatSupport.Desk.Storage;
using ChatSupport.Tests.Driver;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace ChatSupport.Tests.Playground;

public sealed class DemoClockTests : IDisposable
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 23, 11, 0);
    private readonly System.IO.DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("clock-");
    private readonly FakeTimeProvider real = new(Noon.ToDateTimeOffset());

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task It_stands_still_until_it_is_moved()
    {
        await using var desk = await RunningDesk.At("2026-12-24T17:30:00+01:00");
        Assert.Equal(DateTimeOffset.Parse("2026-12-24T17:30:00+01:00"), (await desk.Clock()).Now);
        await desk.ItIsLaterBy("PT1H");
        Assert.Equal(DateTimeOffset.Parse("2026-12-24T18:30:00+01:00"), (await desk.Clock()).Now);
        await desk.ItIs("2026-12-24T20:00");
        Assert.Equal(DateTimeOffset.Parse("2026-12-24T20:00:00+01:00"), (await desk.Clock()).Now);
    }

    [Theory]
    [InlineData("2026-12-01T00:00:00+01:00", "2026-12-24T18:30:00+01:00")]
    [InlineData("2026-12-24T17:30:00+01:00", "2026-12-24T18:30:00+01:00")]
    [InlineData("2027-02-01T09:00:00+01:00", "2027-02-01T09:00:00+01:00")]
    public async Task A_restart_keeps_the_later_of_the_two_instants(string restartedAt, string stands)
    {
        await using (var desk = await RunningDesk.In(folder.FullName, "--Demo:Clock=2026-12-24T17:30:00+01:00"))
            await desk.ItIsLaterBy("PT1H");
        await using var again = await RunningDesk.In(folder.FullName, $"--Demo:Clock={restartedAt}");
        Assert.Equal(DateTimeOffset.Parse(stands), (await again.Clock()).Now);
    }

    [Fact]
    public async Task Restarted_without_an_instant_it_runs_on_from_where_it_stood()
    {
        await using (var desk = await RunningDesk.In(folder.FullName, "--Demo:Clock=2999-01-01T00:00:00Z"))
            await desk.ItIsLaterBy("PT1H");
        await using var again = await RunningDesk.In(folder.FullName);
        var first = (await again.Clock()).Now;
        Assert.InRange(first, DateTimeOffset.Parse("2999-01-01T01:00:00Z"), DateTimeOffset.Parse("2999-01-01T02:00:00Z"));
        await Delivery.Eventually.Holds(async () => (await again.Clock()).Now > first);
    }

    [Fact]
    public async Task Running_it_stays_as_far_ahead_as_it_was_moved()
    {
        await using (var store = await Open())
        {
            var clock = await DemoClockMemory.Restore(store, standsAt: null, real);
            Assert.Equal(Noon, clock.Now);
            clock.MoveTo(Noon + Duration.FromHours(3));
            await DemoClockMemory.Keep(clock, store);
        }
        real.Advance(TimeSpan.FromDays(2));
        await using var reopened = await Open();
        Assert.Equal(Noon + Duration.FromHours(51), (await DemoClockMemory.Restore(reopened, standsAt: null, real)).Now);
    }

    [Fact]
    public async Task It_never_shows_less_than_the_latest_event_even_after_a_crash()
    {
        await using var store = await Open();
        await DemoClockMemory.Restore(store, standsAt: Noon, real);
        var later = Noon + Duration.FromDays(30);
        await Happens(store, later);
        Assert.Equal(later, (await DemoClockMemory.Restore(store, standsAt: Noon, real)).Now);
        Assert.Equal(later, (await DemoClockMemory.Restore(store, standsAt: null, real)).Now);
    }

    [Fact]
    public void It_only_moves_forward()
    {
        var clock = DemoClock.StandingAt(Noon, real);
        clock.MoveTo(Noon - Duration.FromHours(1));
        Assert.Equal(Noon, clock.Now);
    }

    private static Task<int> Happens(Store store, Instant at) => store.Write(async session =>
    {
        await session.Append(new EventRow(1, 1, at, "desk", "Desk", "Warned", "{}", Internal: true));
        return 0;
    });

    private async Task<Store> Open() => await Store.Open(await TestStore.In(folder.FullName));
}
