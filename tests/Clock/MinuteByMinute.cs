using System.Globalization;
using NodaTime;

namespace ChatSupport.Tests.Clock;

/// <summary>
/// A calendar too simple to be wrong: it steps through every minute of 2024 to 2030 with .NET's own time zones and a typed list of
/// holidays, and remembers which are open. It shares nothing with the code under test.
/// </summary>
internal sealed class MinuteByMinute
{
    private const string Weekdays =
        "2024-01-01 2024-04-01 2024-05-01 2024-05-08 2024-05-09 2024-05-20 2024-08-15 2024-11-01 2024-11-11 2024-12-25 " +
        "2025-01-01 2025-04-21 2025-05-01 2025-05-08 2025-05-29 2025-06-09 2025-07-14 2025-08-15 2025-11-11 2025-12-25 " +
        "2026-01-01 2026-04-06 2026-05-01 2026-05-08 2026-05-14 2026-05-25 2026-07-14 2026-11-11 2026-12-25 " +
        "2027-01-01 2027-03-29 2027-05-06 2027-05-17 2027-07-14 2027-11-01 2027-11-11 " +
        "2028-04-17 2028-05-01 2028-05-08 2028-05-25 2028-06-05 2028-07-14 2028-08-15 2028-11-01 2028-12-25 " +
        "2029-01-01 2029-04-02 2029-05-01 2029-05-08 2029-05-10 2029-05-21 2029-08-15 2029-11-01 2029-12-25 " +
        "2030-01-01 2030-04-22 2030-05-01 2030-05-08 2030-05-30 2030-06-10 2030-08-15 2030-11-01 2030-11-11 2030-12-25";

    private static readonly Lazy<MinuteByMinute> OnlyOne = new(() => new MinuteByMinute());
    private readonly List<int> openMinutes = [];
    private readonly int[] openBefore;

    private MinuteByMinute()
    {
        var paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
        var holidays = Weekdays.Split(' ').Select(day => DateTime.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)).ToHashSet();
        openBefore = new int[(int)(Last - First).TotalMinutes + 1];
        for (var minute = 0; minute < openBefore.Length; minute++)
        {
            openBefore[minute] = openMinutes.Count;
            var local = TimeZoneInfo.ConvertTimeFromUtc(First.ToDateTimeUtc().AddMinutes(minute), paris);
            var weekday = local.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
            if (weekday && local.Hour is >= 9 and < 19 && !holidays.Contains(local.Date)) openMinutes.Add(minute);
        }
    }

    public static MinuteByMinute Calendar => OnlyOne.Value;

    public static Instant First { get; } = Instant.FromUtc(2024, 1, 1, 0, 0);

    public static Instant Last { get; } = Instant.FromUtc(2030, 12, 31, 0, 0);

    public bool IsOpen(int minute) => openBefore[minute + 1] > openBefore[minute];

    public int Counted(int from, int to) => openBefore[to] - openBefore[from];

    /// <summary>The end of the last of the minutes counted.</summary>
    public int Deadline(int from, int minutes) => openMinutes[openBefore[from] + minutes - 1] + 1;
}
