namespace ChatSupport.Tests.Faults;

/// <summary>The machine's clock, and by how much it is wrong. What measures spans does not notice.</summary>
internal sealed class SetClock : TimeProvider
{
    /// <summary>SIGUSR1: an hour ahead.</summary>
    public const int Ahead = 10;

    /// <summary>SIGUSR2: right.</summary>
    public const int Right = 12;

    private long by;

    public TimeSpan By
    {
        set => Volatile.Write(ref by, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Volatile.Read(ref by));
}
