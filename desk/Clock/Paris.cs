using NodaTime;

namespace ChatSupport.Desk.Clock;

/// <summary>The zone in which contracts are counted. Instants are UTC everywhere else.</summary>
public static class Paris
{
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    public static LocalDate DateOf(Instant instant) => instant.InZone(Zone).Date;
}
