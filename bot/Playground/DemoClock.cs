using NodaTime;

namespace ChatSupport.Bot.Playground;

/// <summary>The desk's clock in the demo: it stands still or runs from where it was put, and only ever moves forward.</summary>
internal sealed class DemoClock(Instant? standsAt) : TimeProvider
{
    private readonly Lock gate = new();
    private Instant? standsAt = standsAt;
    private Duration ahead;

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();

    public Instant Now
    {
        get
        {
            lock (gate)
                return standsAt ?? Instant.FromDateTimeOffset(System.GetUtcNow()) + ahead;
        }
    }

    /// <summary>Moves forward to an instant; one that has passed changes nothing.</summary>
    public void MoveTo(Instant to)
    {
        lock (gate)
        {
            var by = to - Now;
            if (by <= Duration.Zero)
                return;
            if (standsAt is not null)
                standsAt = to;
            else
                ahead += by;
        }
    }
}
