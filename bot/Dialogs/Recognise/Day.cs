using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace ChatSupport.Bot.Dialogs.Recognise;

/// <summary>A day as people name it.</summary>
/// <param name="Candidates">The days that it may mean, the likeliest first; none for one that does not exist or is still to come.</param>
internal sealed record Day(int At, int Length, ImmutableArray<LocalDate> Candidates)
{
    private const string Months =
        "(?<month>janvier|january|jan|fevrier|february|feb|mars|march|mar|avril|april|apr|mai|may|juin|june|jun|juillet|july|jul|aout|august|aug"
        + "|septembre|september|sept|sep|octobre|october|oct|novembre|november|nov|decembre|december|dec)";

    private static readonly string[] MonthStarts =
        ["jan", "fev|feb", "mar", "avr|apr", "mai|may", "juin|jun", "juil|jul", "aou|aug", "sep", "oct", "nov", "dec"];

    private static readonly string[] Weekdays =
        ["lundi|monday", "mardi|tuesday", "mercredi|wednesday", "jeudi|thursday", "vendredi|friday", "samedi|saturday", "dimanche|sunday"];

    private static readonly (Regex Said, Func<Match, LocalDate, ImmutableArray<LocalDate>> Means)[] Ways =
    [
        (Linear.Pattern(@"\b(?<y>20\d\d)[-/](?<m>\d{1,2})[-/](?<d>\d{1,2})"), Dated),
        (Linear.Pattern(@"\b(?<d>\d{1,2})[-./](?<m>\d{1,2})[-./](?<y>\d{4}|\d{2})\b"), Dated),
        (Linear.Pattern(@"\b(?<d>\d{1,2})/(?<m>\d{1,2})\b"), Dated),
        (Linear.Pattern($@"\b(?<d>\d{{1,2}})(?:er|st|nd|rd|th)?(?: of)? {Months}\b\.?(?:,? (?<y>20\d\d)\b)?"), Dated),
        (Linear.Pattern($@"\b{Months}\.? (?<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (?<y>20\d\d)\b)?"), Dated),
        (Linear.Pattern(@"\b(?:demain|tomorrow)\b"), (_, _) => []),
        (Linear.Pattern(@"\b(?:avant[- ]hier|(?:the )?day before yesterday)\b"), (_, today) => [today.PlusDays(-2)]),
        (Linear.Pattern(@"\b(?:hier|la veille|yesterday)\b"), (_, today) => [today.PlusDays(-1)]),
        (Linear.Pattern(@"\b(?:aujourd'hui|today|ce matin|this morning|cet apres[- ]midi|this afternoon)\b"), (_, today) => [today]),
        (Linear.Pattern($@"\b(?<last>last )?(?<day>{string.Join('|', Weekdays)})(?<last> dernier)?\b"), LastWeekday),
    ];

    /// <param name="plain">As <see cref="PlainWriting"/> makes it.</param>
    /// <param name="near">Where the time of day stands: of two days, the nearer one is meant.</param>
    /// <returns>Without any, today and the day before: a time of day is the last one that has passed.</returns>
    public static Day In(string plain, LocalDate today, int near)
    {
        var found = Ways
            .SelectMany(way => way.Said.Matches(plain).Select(match => new Day(match.Index, match.Length, way.Means(match, today))))
            .ToList();
        return found.Where(day => !found.Exists(day.IsPartOf))
            .OrderBy(day => day.Candidates.IsEmpty).ThenBy(day => Math.Abs(day.At - near))
            .FirstOrDefault() ?? new Day(near, 0, [today, today.PlusDays(-1)]);
    }

    /// <summary>« hier » in « avant-hier », 24/12 in 24/12/2025.</summary>
    private bool IsPartOf(Day other) => other.Length > Length && other.At <= At && At + Length <= other.At + other.Length;

    private static ImmutableArray<LocalDate> Dated(Match match, LocalDate today)
    {
        var day = Number(match.Groups["d"]);
        var month = match.Groups["m"].Success ? Number(match.Groups["m"]) : MonthNamed(match.Groups["month"].Value);
        var years = match.Groups["y"] is { Success: true } year ? [Number(year) % 100 + 2000] : new[] { today.Year, today.Year - 1 };
        return [.. years.Where(year => Exists(year, month, day)).Select(year => new LocalDate(year, month, day))];
    }

    private static bool Exists(int year, int month, int day) =>
        month is > 0 and < 13 && day > 0 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month);

    private static ImmutableArray<LocalDate> LastWeekday(Match match, LocalDate today)
    {
        var weekday = (IsoDayOfWeek)(1 + Array.FindIndex(Weekdays, names => names.Split('|').Contains(match.Groups["day"].Value)));
        var latest = match.Groups["last"].Success ? today.PlusDays(-1) : today;
        var date = latest.With(DateAdjusters.PreviousOrSame(weekday));
        return [date, date.PlusDays(-7)];
    }

    private static int MonthNamed(string name) =>
        1 + Array.FindIndex(MonthStarts, starts => starts.Split('|').Any(start => name.StartsWith(start, StringComparison.Ordinal)));

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);
}
