using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Storage;
using NodaTime;
using NodaTime.Text;

namespace ChatSupport.Bot.Playground;

/// <summary>Keeps the demo's clock in the store, so that no restart lets it run back: not even one that sets it to an earlier time.</summary>
internal static class DemoClockMemory
{
    private const string Stood = "demo.clock";
    private const string Moved = "demo.clock.ahead";

    /// <param name="standsAt">Where the configuration lets it stand; null lets it run.</param>
    public static async Task<DemoClock> Restore(Store store, Instant? standsAt, TimeProvider real)
    {
        var (stood, moved, latest) = await store.Read(async reader => (
            await reader.Setting(Stood), await reader.Setting(Moved), await reader.LatestEvent()));
        var shown = Instant.Max(stood is null ? Instant.MinValue : IsoTime.Read(stood) ?? Instant.MinValue, latest ?? Instant.MinValue);
        var clock = standsAt is { } instant
            ? DemoClock.StandingAt(Instant.Max(instant, shown), real)
            : DemoClock.Running(moved is null ? Duration.Zero : DurationPattern.Roundtrip.Parse(moved).GetValueOrThrow(), shown, real);
        await Keep(clock, store);
        return clock;
    }

    public static Task<bool> Keep(DemoClock clock, Store store) => store.Write(async session =>
    {
        await session.Set(Stood, IsoTime.Write(clock.Now));
        if (clock.IsRunning)
            await session.Set(Moved, DurationPattern.Roundtrip.Format(clock.Ahead));
        return true;
    });
}
