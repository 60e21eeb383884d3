using ChatSupport.Desk.Clock;
using NodaTime;

namespace ChatSupport.Desk.Contracts;

/// <summary>Which hours a commitment counts (R31, R41).</summary>
public enum ServiceHours
{
    /// <summary>The hours of <see cref="BusinessCalendar.French"/>.</summary>
    Business,

    /// <summary>Every hour that passes, change of clocks included (D19).</summary>
    RoundTheClock,
}

/// <summary>Counting time within service hours.</summary>
public static class ServiceHoursCount
{
    /// <summary>When counting starts for something that happened at this instant (D4).</summary>
    public static Instant StartsAt(this ServiceHours hours, Instant from) => hours.Add(from, Duration.Zero);

    /// <summary>The instant at which this much time has been counted.</summary>
    public static Instant Add(this ServiceHours hours, Instant from, Duration counted) =>
        hours == ServiceHours.RoundTheClock ? from + counted : BusinessCalendar.French.Add(from, counted);

    /// <summary>The time counted between two instants; zero when the second is not after the first.</summary>
    public static Duration Between(this ServiceHours hours, Instant from, Instant to) =>
        hours == ServiceHours.RoundTheClock ? Duration.Max(Duration.Zero, to - from) : BusinessCalendar.French.Between(from, to);

    /// <summary>The instant at which so many percent of the time counted between start and due have passed.</summary>
    public static Instant Elapsed(this ServiceHours hours, Instant start, Instant due, int percent) =>
        hours.Add(start, hours.Between(start, due) * percent / 100);
}
