using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Language;
using NodaTime;

namespace ChatSupport.Desk.Contracts;

/// <summary>An unbroken stretch of time that a deadline counts.</summary>
public sealed record CountedHours(Instant From, Instant To)
{
    public Duration Length => To - From;

    internal bool MeetsChangeOfClocks => Paris.Zone.GetUtcOffset(From) != Paris.Zone.GetUtcOffset(To);

    internal static IEnumerable<CountedHours> Between(Instant from, Instant due)
    {
        for (var date = Paris.DateOf(from); date <= Paris.DateOf(due); date = date.PlusDays(1))
            if (BusinessCalendar.French.HoursOn(date) is { } hours && hours.End > from && hours.Start < due)
                yield return new(Instant.Max(from, hours.Start), Instant.Min(due, hours.End));
    }

    internal Sentence Said() =>
        DeskText.Say(Paris.DateOf(From) == Paris.DateOf(To) ? "Deadline.Counted" : "Deadline.CountedOvernight", From, To, Length);
}

/// <summary>A day on which nothing is counted: the holiday that it is, else a day of the weekend.</summary>
public sealed record SkippedDay(LocalDate Date, FrenchHoliday? Holiday)
{
    internal static IEnumerable<SkippedDay> Between(Instant from, Instant due)
    {
        for (var date = Paris.DateOf(from); date <= Paris.DateOf(due); date = date.PlusDays(1))
            if (!BusinessCalendar.French.IsBusinessDay(date))
                yield return new(date, FrenchHolidays.On(date));
    }

    internal Sentence Said() =>
        DeskText.Say("Deadline.Skipped", Date, Holiday is { } holiday ? DeskText.Word(holiday) : DeskText.Say("Deadline.Weekend"));
}
