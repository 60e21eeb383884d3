using ChatSupport.Desk.Clock;
using NodaTime;

namespace ChatSupport.Desk.People;

/// <summary>The moment of the week at which one person hands over to the next, in Paris.</summary>
public sealed record Handover(IsoDayOfWeek Day, LocalTime Time)
{
    /// <summary>A clock that jumps over the handover hands over at once; one that shows it twice, the first time.</summary>
    internal Instant On(LocalDate date) => (date + Time).InZoneLeniently(Paris.Zone).ToInstant();
}

/// <summary>Somebody stands in during <c>[From, To)</c>. Of two at once, the one written last counts.</summary>
public sealed record RotaOverride(LocalDateTime From, LocalDateTime To, Engineer Engineer)
{
    internal Interval Span { get; } = new(
        From.InZoneLeniently(Paris.Zone).ToInstant(),
        To.InZoneLeniently(Paris.Zone).ToInstant());
}

/// <summary>Somebody stands in as people have agreed among themselves, beside the directory's file.</summary>
public sealed record StandIn(string Engineer, Instant From, Instant To)
{
    /// <returns>Null when they have left the directory.</returns>
    internal RotaOverride? In(Directory directory) => directory.Engineer(Engineer) is { } engineer
        ? new RotaOverride(From.InZone(Paris.Zone).LocalDateTime, To.InZone(Paris.Zone).LocalDateTime, engineer)
        : null;
}

/// <summary>Who is on call: one week each in the order of the rotation, counted from the week of <paramref name="Since"/>.</summary>
/// <param name="Duty">Who answers calls in business hours, in this order.</param>
/// <param name="Rotation">At least one. Before <paramref name="Since"/> it is counted backwards.</param>
public sealed record Rota(
    Handover Handover, IReadOnlyList<Engineer> Duty, IReadOnlyList<Engineer> Rotation, LocalDate Since, IReadOnlyList<RotaOverride> Overrides)
{
    public Engineer OnCall(Instant at) =>
        Overrides.LastOrDefault(stand => stand.Span.Contains(at))?.Engineer ?? Turn(WeekOf(at));

    /// <summary>Whom to try after the person on call: the next of the rotation who is somebody else, if there is anybody else.</summary>
    public Engineer NextOnCall(Instant at)
    {
        var onCall = OnCall(at);
        var week = WeekOf(at);
        return Enumerable.Range(1, Rotation.Count).Select(ahead => Turn(week + ahead)).FirstOrDefault(other => other.Id != onCall.Id) ?? onCall;
    }

    /// <summary>The first moment after <paramref name="at"/> at which a week, or a stand-in, begins or ends.</summary>
    public Instant NextHandover(Instant at) => Overrides
        .SelectMany(stand => new[] { stand.Span.Start, stand.Span.End })
        .Append(Handover.On(FirstDay(WeekOf(at) + 1)))
        .Where(moment => moment > at)
        .Min();

    private Engineer Turn(int week) => Rotation[((week % Rotation.Count) + Rotation.Count) % Rotation.Count];

    /// <summary>Weeks since the first one. Days are counted on the calendar, so a week of 167 or 169 hours is a week.</summary>
    private int WeekOf(Instant at)
    {
        var days = Period.DaysBetween(FirstDay(0), at.InZone(Paris.Zone).Date);
        var week = (int)Math.Floor(days / 7.0);
        return Handover.On(FirstDay(week)) <= at ? week : week - 1;
    }

    /// <summary>The day on which a week begins, whichever weekday the handover is on.</summary>
    private LocalDate FirstDay(int week) => Since.With(DateAdjusters.PreviousOrSame(Handover.Day)).PlusWeeks(week);
}
