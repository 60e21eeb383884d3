using NodaTime;
using NodaTime.Text;

namespace ChatSupport.Desk.Clock;

/// <summary>Instants as ISO 8601 text, as people, files and wires write them.</summary>
public static class IsoTime
{
    private static readonly OffsetDateTimePattern Written = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFFFFFFFo<+HH:mm>");

    private static readonly IPattern<OffsetDateTime> WithOffset = new CompositePatternBuilder<OffsetDateTime>
    {
        { OffsetDateTimePattern.ExtendedIso, _ => true },
        { OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mmo<G>"), _ => false },
    }.Build();

    private static readonly IPattern<LocalDateTime> Local = new CompositePatternBuilder<LocalDateTime>
    {
        { LocalDateTimePattern.ExtendedIso, _ => true },
        { LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm"), _ => false },
    }.Build();

    /// <summary>
    /// Reads a date and time; seconds may be missing. Without an offset it is Paris time: the first of the two when the clocks
    /// go back, pushed forward by the gap when they go forward. Null when it is none, or outside the years 1970 to 2999.
    /// </summary>
    public static Instant? Read(string text) => Read(text, Paris.Zone);

    /// <summary>The same; without an offset it is the time of this zone.</summary>
    public static Instant? Read(string text, DateTimeZone zone)
    {
        if (WithOffset.Parse(text) is { Success: true } fixedPoint) return Sane(fixedPoint.Value.ToInstant());
        if (Local.Parse(text) is { Success: true } local) return Sane(local.Value.InZoneLeniently(zone).ToInstant());
        return null;
    }

    /// <summary>With the offset that Paris has at that instant: <c>2026-12-28T11:30:00+01:00</c>.</summary>
    public static string Write(Instant instant) => Written.Format(instant.WithOffset(Paris.Zone.GetUtcOffset(instant)));

    private static Instant? Sane(Instant instant) => instant.InUtc().Year is >= 1970 and <= 2999 ? instant : null;
}
