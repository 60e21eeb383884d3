using NodaTime;

namespace ChatSupport.Desk.Language;

/// <summary>
/// By whose clock moments are said. Contracts are counted in Paris; whoever reads may live elsewhere, and is told whose time it is wherever
/// that makes a difference.
/// </summary>
public sealed class WallClock
{
    private readonly DateTimeZone zone;
    private readonly bool isAlwaysNamed;

    private WallClock(DateTimeZone zone, bool isAlwaysNamed) => (this.zone, this.isAlwaysNamed) = (zone, isAlwaysNamed);

    /// <summary>That of Paris, for those who take it for granted.</summary>
    public static WallClock Paris { get; } = new(Clock.Paris.Zone, isAlwaysNamed: false);

    /// <summary>That of Paris, for people who may be anywhere.</summary>
    public static WallClock OfTheDesk { get; } = new(Clock.Paris.Zone, isAlwaysNamed: true);

    /// <summary>Somebody's own.</summary>
    /// <param name="zone">Its IANA name, as their program tells it; when none did, or none that is known, it is the desk's.</param>
    public static WallClock Of(string? zone) =>
        zone is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is { } known ? new(known, isAlwaysNamed: false) : OfTheDesk;

    /// <summary>Where it hangs.</summary>
    public DateTimeZone Zone => zone;

    /// <summary>Whether it shows what a clock in Paris shows.</summary>
    public bool IsParisAt(Instant moment) => zone.GetUtcOffset(moment) == Clock.Paris.Zone.GetUtcOffset(moment);

    internal LocalDateTime At(Instant moment) => moment.InZone(zone).LocalDateTime;

    /// <summary>The city by which it is called, such as « New York », or its own name, such as « UTC »; null where nobody has to be told.</summary>
    internal (string Name, bool IsCity)? NameAt(Instant moment) => !isAlwaysNamed && IsParisAt(moment) ? null
        : zone.Id.LastIndexOf('/') is >= 0 and var slash ? (zone.Id[(slash + 1)..].Replace('_', ' '), true)
        : (zone.Id, false);
}
