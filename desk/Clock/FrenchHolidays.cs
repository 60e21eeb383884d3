using NodaTime;

namespace ChatSupport.Desk.Clock;

/// <summary>The eleven national holidays (D15): neither those of Alsace-Moselle nor those overseas; Whit Monday is one.</summary>
public enum FrenchHoliday
{
    NewYearsDay,
    EasterMonday,
    LabourDay,
    VictoryDay,
    AscensionDay,
    WhitMonday,
    NationalDay,
    AssumptionDay,
    AllSaintsDay,
    ArmisticeDay,
    ChristmasDay,
}

/// <summary>The holidays of any year, computed. One that falls on a weekend gives no substitute day (E60).</summary>
public static class FrenchHolidays
{
    /// <summary>The holiday on this date, or null. When Ascension meets 1 or 8 May, the fixed one is named.</summary>
    public static FrenchHoliday? On(LocalDate date) => (date.Month, date.Day) switch
    {
        (1, 1) => FrenchHoliday.NewYearsDay,
        (5, 1) => FrenchHoliday.LabourDay,
        (5, 8) => FrenchHoliday.VictoryDay,
        (7, 14) => FrenchHoliday.NationalDay,
        (8, 15) => FrenchHoliday.AssumptionDay,
        (11, 1) => FrenchHoliday.AllSaintsDay,
        (11, 11) => FrenchHoliday.ArmisticeDay,
        (12, 25) => FrenchHoliday.ChristmasDay,
        ( >= 3 and <= 6, _) => Movable(date),
        _ => null,
    };

    private static FrenchHoliday? Movable(LocalDate date) => (date.DayOfYear - EasterSunday(date.Year).DayOfYear) switch
    {
        1 => FrenchHoliday.EasterMonday,
        39 => FrenchHoliday.AscensionDay,
        50 => FrenchHoliday.WhitMonday,
        _ => null,
    };

    /// <summary>The anonymous Gregorian computation (Meeus, Jones, Butcher).</summary>
    private static LocalDate EasterSunday(int year)
    {
        var golden = year % 19;
        var (century, yearOfCentury) = Math.DivRem(year, 100);
        var (leapCenturies, centuryRest) = Math.DivRem(century, 4);
        var moonCorrection = (century - (century + 8) / 25 + 1) / 3;
        var epact = (19 * golden + century - leapCenturies - moonCorrection + 15) % 30;
        var (leapYears, yearRest) = Math.DivRem(yearOfCentury, 4);
        var toSunday = (32 + 2 * centuryRest + 2 * leapYears - epact - yearRest) % 7;
        var late = (golden + 11 * epact + 22 * toSunday) / 451;
        var (month, day) = Math.DivRem(epact + toSunday - 7 * late + 114, 31);
        return new LocalDate(year, month, day + 1);
    }
}
