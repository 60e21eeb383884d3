using NodaTime;

namespace ChatSupport.Bot.Playground;

/// <summary>The desk's clock in the demo: it stands still, or runs ahead of the real one, and only ever moves forward.</summary>
internal sealed class DemoClock : TimeProvider
{
    private readonly TimeProvider real;
    private readonly Lock gate = new();
    private Instant? standsAt;
    private Duration ahead;

    private DemoClock(TimeProvider real, Instant? standsAt, Duration ahead) => (this.real, this.standsAt, this.ahead) = (real, standsAt, ahead);

    public static DemoClock StandingAt(Instant instant, TimeProvider real) => new(real, instant, Duration.Zero);

    /// <summary>Raised after it was moved, not while it runs.</summary>
    public event Action? Moved;

    /// <param name="ahead">How far it was moved; it runs with the real clock from there.</param>
    /// <param name="notBefore">What it has shown already.</param>
    public static DemoClock Running(Duration ahead, Instant notBefore, TimeProvider real) =>
        new(real, null, Duration.Max(ahead, notBefore - Instant.FromDateTimeOffset(real.GetUtcNow())));

    /// <summary>False while it stands still until it is moved.</summary>
    public bool IsRunning => standsAt is null;

    public Duration Ahead
    {
        get
        {
            lock (gate)
                return ahead;
        }
    }

    public Instant Now
    {
        get
        {
            lock (gate)
                return standsAt ?? Instant.FromDateTimeOffset(real.GetUtcNow()) + ahead;
        }
    }

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();

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
        Moved?.Invoke();
    }
}
