using System.Globalization;
using ChatSupport.Desk.Clock;
using NodaTime;

namespace ChatSupport.Desk.Language;

/// <summary>
/// How the holes of a sentence are filled for one reader: instants as dates and times of their clock, durations in hours and minutes, the
/// desk's own words by their names, several sentences with commas. <c>{0:time}</c>, <c>{0:date}</c> and <c>{0:day}</c> say less of an instant
/// than <c>{0}</c>, and <c>{0:paris}</c> is of Paris for everybody; <c>{0:clock}</c> and <c>{0:minutes}</c>, for whoever checks a computation, do not hide seconds.
/// </summary>
/// <param name="moment">What stands for a whole moment instead of its words.</param>
internal sealed class SpokenFormat(Tongue tongue, WallClock clock, Func<Instant, string, string>? moment = null) : IFormatProvider, ICustomFormatter
{
    public object? GetFormat(Type? formatType) =>
        formatType == typeof(ICustomFormatter) ? this : tongue.Culture().GetFormat(formatType!);

    public string Format(string? format, object? arg, IFormatProvider? formatProvider) => arg switch
    {
        null => "",
        Sentence sentence => sentence.In(tongue, clock, moment),
        IEnumerable<Sentence> several => Join([.. several.Select(one => one.In(tongue, clock, moment))]),
        Instant instant when format is null && moment is not null => moment(instant, Say(clock.At(instant), format)),
        Instant instant when format == "paris" => Say(instant.InZone(Paris.Zone).LocalDateTime, null),
        Instant instant => Say(instant, format),
        LocalDateTime local => Say(local, format),
        LocalDate date => Say(date.AtMidnight(), format ?? "date"),
        Duration span when format == "minutes" => SayMinutes(span),
        Duration span => Say(span),
        Enum word => DeskText.Book.Say($"Words.{word.GetType().Name}.{word}").In(tongue),
        IFormattable other => other.ToString(format, tongue.Culture()),
        _ => arg.ToString() ?? "",
    };

    /// <summary>« a, b ou c »: what somebody may choose from.</summary>
    private string Join(string[] words) => words is [.. { Length: > 0 } first, var last]
        ? $"{string.Join(", ", first)} {DeskText.Say("Words.Or").In(tongue)} {last}"
        : string.Concat(words);

    /// <summary>A day alone is nobody's time.</summary>
    private string Say(Instant instant, string? format)
    {
        var words = Say(clock.At(instant), format);
        return format is not (null or "time" or "clock") || clock.NameAt(instant) is not var (name, isCity) ? words
            : isCity ? DeskText.Say("Words.InZone", words, name).In(tongue)
            : $"{words} {name}";
    }

    private string Say(LocalDateTime local, string? format)
    {
        var pattern = format switch
        {
            "time" => "HH:mm",
            "clock" => local.Second == 0 ? "HH:mm" : "HH:mm:ss",
            "day" => "dddd d MMMM",
            "date" => "dddd d MMMM yyyy",
            _ => tongue == Tongue.French ? "dddd d MMMM yyyy 'à' HH:mm" : "dddd d MMMM yyyy 'at' HH:mm",
        };
        // French counts the first of the month by rank, and only that day: 1er janvier, 2 janvier.
        if (tongue == Tongue.French && local.Day == 1) pattern = pattern.Replace("d MMMM", "d'er' MMMM", StringComparison.Ordinal);
        return local.ToString(pattern, tongue.Culture());
    }

    private static string SayMinutes(Duration span) => string.Create(
        CultureInfo.InvariantCulture, $"{(long)span.TotalMinutes} min{(span.Seconds == 0 ? "" : $" {span.Seconds} s")}");

    private static string Say(Duration span) => (span.TotalMinutes < 0 ? "−" : "") + (Math.Abs((long)span.TotalMinutes) switch
    {
        < 60 and var minutes => string.Create(CultureInfo.InvariantCulture, $"{minutes} min"),
        var minutes when minutes % 60 == 0 => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60} h"),
        var minutes => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60} h {minutes % 60:00}"),
    });
}
