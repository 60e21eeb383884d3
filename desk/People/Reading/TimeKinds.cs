using System.Globalization;
using ChatSupport.Desk.Clock;
using NodaTime;
using NodaTime.Text;

namespace ChatSupport.Desk.People.Reading;

/// <summary>Days, times and waits as the directory writes them; the times are Paris's.</summary>
internal static class TimeKinds
{
    public static Kind<string> Zone { get; } = Kind.Of<string>("TimeZone", Paris.Zone.Id, (text, out value) =>
    {
        value = text;
        return text == Paris.Zone.Id;
    });

    public static Kind<IsoDayOfWeek> Day { get; } = Kind.OneOf(
        [.. Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None).Select(day => (day.ToString(), day))]);

    public static Kind<LocalTime> Time { get; } =
        Written("Time", "\"09:00\"", LocalTimePattern.CreateWithInvariantCulture("HH:mm"));

    public static Kind<LocalDate> Date { get; } =
        Written("Date", "2026-11-02", LocalDatePattern.Iso);

    public static Kind<LocalDateTime> DateAndTime { get; } =
        Written("DateAndTime", "\"2026-12-24T19:00\"", LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm"));

    /// <summary>From one second to one day: <c>90s</c>, <c>5m</c>, <c>1h</c>.</summary>
    public static Kind<Duration> Wait { get; } = Kind.Of<Duration>("Wait", "5m", (text, out value) =>
    {
        var unit = text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, _ => 0 };
        var read = int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count);
        value = Duration.FromSeconds((long)count * unit);
        return read && value > Duration.Zero && value <= Duration.FromDays(1);
    });

    private static Kind<T> Written<T>(string entry, string example, IPattern<T> pattern) =>
        Kind.Of<T>(entry, example, (text, out value) => pattern.Parse(text).TryGetValue(default!, out value));
}
