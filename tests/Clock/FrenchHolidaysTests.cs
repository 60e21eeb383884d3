using ChatSupport.Desk.Clock;
using NodaTime;

namespace ChatSupport.Tests.Clock;

public sealed class FrenchHolidaysTests
{
    [Theory]
    [InlineData(2024, "01-01 04-01 05-01 05-08 05-09 05-20 07-14 08-15 11-01 11-11 12-25")]
    [InlineData(2025, "01-01 04-21 05-01 05-08 05-29 06-09 07-14 08-15 11-01 11-11 12-25")]
    [InlineData(2026, "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25")]
    [InlineData(2027, "01-01 03-29 05-01 05-06 05-08 05-17 07-14 08-15 11-01 11-11 12-25")]
    [InlineData(2028, "01-01 04-17 05-01 05-08 05-25 06-05 07-14 08-15 11-01 11-11 12-25")]
    [InlineData(2029, "01-01 04-02 05-01 05-08 05-10 05-21 07-14 08-15 11-01 11-11 12-25")]
    [InlineData(2030, "01-01 04-22 05-01 05-08 05-30 06-10 07-14 08-15 11-01 11-11 12-25")]
    public void A_year_has_these_eleven_holidays(int year, string expected) =>
        Assert.Equal(expected, string.Join(' ', DaysOf(year).Where(day => FrenchHolidays.On(day) is not null).Select(day => $"{day:MM-dd}")));

    [Theory]
    [InlineData(2285, 3, 23)] // Easter can be as early as 22 March,
    [InlineData(2038, 4, 26)] // and as late as 25 April.
    [InlineData(2000, 4, 24)]
    [InlineData(2100, 3, 29)]
    public void Easter_Monday_is_right_at_its_extremes(int year, int month, int day)
    {
        var only = Assert.Single(DaysOf(year), date => FrenchHolidays.On(date) == FrenchHoliday.EasterMonday);
        Assert.Equal(new LocalDate(year, month, day), only);
    }

    [Fact]
    public void Each_holiday_is_known_by_its_own_name() =>
        Assert.Equal(
            Enum.GetValues<FrenchHoliday>(),
            DaysOf(2026).Select(FrenchHolidays.On).OfType<FrenchHoliday>());

    [Fact]
    public void Neither_Good_Friday_nor_the_day_after_Christmas_is_a_holiday()
    {
        Assert.Null(FrenchHolidays.On(new LocalDate(2026, 4, 3)));
        Assert.Null(FrenchHolidays.On(new LocalDate(2026, 12, 26)));
    }

    [Fact]
    public void A_holiday_on_a_weekend_gives_no_substitute_day()
    {
        Assert.Equal(IsoDayOfWeek.Sunday, new LocalDate(2026, 11, 1).DayOfWeek);
        Assert.Null(FrenchHolidays.On(new LocalDate(2026, 11, 2)));
        Assert.Equal(IsoDayOfWeek.Saturday, new LocalDate(2026, 8, 15).DayOfWeek);
        Assert.Null(FrenchHolidays.On(new LocalDate(2026, 8, 14)));
        Assert.Null(FrenchHolidays.On(new LocalDate(2026, 8, 17)));
    }

    [Fact]
    public void When_Ascension_meets_Labour_Day_the_day_is_Labour_Day() =>
        Assert.Equal(FrenchHoliday.LabourDay, FrenchHolidays.On(new LocalDate(2008, 5, 1)));

    private static IEnumerable<LocalDate> DaysOf(int year)
    {
        for (var day = new LocalDate(year, 1, 1); day.Year == year; day = day.PlusDays(1)) yield return day;
    }
}
