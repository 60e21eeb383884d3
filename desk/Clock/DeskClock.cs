using NodaTime;

namespace ChatSupport.Desk.Clock;

/// <summary>
/// The desk's clock: what decisions, the calendar and the timeline are counted by. The demo moves it; everything that concerns wires
/// (signatures, back-off, token ages) reads the real one instead.
/// </summary>
public sealed class DeskClock(TimeProvider time)
{
    /// <summary>Now, in whole milliseconds: what is stored is what was decided on.</summary>
    public Instant Now => Instant.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
}
