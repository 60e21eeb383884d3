using NodaTime;

namespace ChatSupport.Desk.Clock;

/// <summary>
/// When the desk is open: [09:00, 19:00) in Paris, Monday to Friday, public holidays excluded (R41). Opening hours never meet a
/// change of clocks, so ten hours of them are ten elapsed hours. Nothing here allocates.
/// </summary>
public sealed class BusinessCalendar
{
    private readonly LocalTime opening;
    private readonly LocalTime closing;
    private readonly Predicate<LocalDate> isHoliday;

    private BusinessCalendar(LocalTime opening, LocalTime closing, Predicate<LocalDate> isHoliday) =>
        (this.opening, this.closing, this.isHoliday) = (opening, closing, isHoliday);

    public static BusinessCalendar French { get; } = new(new(9, 0), new(19, 0), date => FrenchHolidays.On(date) is not null);

    public bool IsBusinessDay(LocalDate date) =>
        date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && !isHoliday(date);

    public bool IsOpen(Instant instant) => HoursOn(Paris.DateOf(instant)) is { } hours && hours.Contains(instant);

    /// <summary>The opening hours of a date, or null when it is not a business day.</summary>
    public Interval? HoursOn(LocalDate date) =>
        IsBusinessDay(date) ? new Interval(InstantOf(date, opening), InstantOf(date, closing)) : null;

    /// <summary>The first open instant that is not before this one: itself when the desk is open (D4).</summary>
    public Instant NextOpening(Instant instant) => Add(instant, Duration.Zero);

    /// <summary>
    /// The instant at which this much business time has been counted. One that lands on closing time stays at 19:00 (D30).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The business time is negative.</exception>
    public Instant Add(Instant start, Duration businessTime)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(businessTime, Duration.Zero);
        for (var date = Paris.DateOf(start); ; date = date.PlusDays(1))
        {
            if (HoursOn(date) is not { } hours || hours.End <= start) continue;

            var from = Instant.Max(start, hours.Start);
            var left = hours.End - from;
            if (businessTime <= left) return from + businessTime;
            businessTime -= left;
        }
    }

    /// <summary>The business time counted between two instants; zero when the second is not after the first.</summary>
    public Duration Between(Instant from, Instant to)
    {
        var counted = Duration.Zero;
        var last = Paris.DateOf(to);
        for (var date = Paris.DateOf(from); date <= last; date = date.PlusDays(1))
            if (HoursOn(date) is { } hours)
                counted += Duration.Max(Duration.Zero, Instant.Min(to, hours.End) - Instant.Max(from, hours.Start));
        return counted;
    }

    /// <summary>Closing time of the nth business day after this instant's day, which itself is not counted (D12).</summary>
    public Instant CloseOfBusinessDay(Instant from, int n) => InstantOf(BusinessDayAfter(Paris.DateOf(from), n), closing);

    /// <summary>Opening time of the nth business day after this instant's day, which itself is not counted.</summary>
    public Instant OpenOfBusinessDay(Instant from, int n) => InstantOf(BusinessDayAfter(Paris.DateOf(from), n), opening);

    private LocalDate BusinessDayAfter(LocalDate date, int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        while (n > 0)
        {
            date = date.PlusDays(1);
            if (IsBusinessDay(date)) n--;
        }

        return date;
    }

    // Clocks change at night, so noon knows the offset of the whole opening.
    private static Instant InstantOf(LocalDate date, LocalTime time) =>
        date.At(time).WithOffset(Paris.Zone.GetUtcOffset(date.At(LocalTime.Noon).WithOffset(Offset.Zero).ToInstant())).ToInstant();
}
