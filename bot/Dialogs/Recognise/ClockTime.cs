using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace ChatSupport.Bot.Dialogs.Recognise;

/// <summary>A time of day as people write it in both languages: 9h40, 09:40, « 9 heures et demie », 5:30 pm, "half past nine", midi.</summary>
/// <param name="IsSince">Said to be the beginning, so it counts more than another time in the same text.</param>
/// <param name="IsVague">A bare small hour after « depuis », which may as well be a duration.</param>
internal sealed record ClockTime(int At, LocalTime Time, bool IsSince, bool IsVague)
{
    private const string Beginning = "depuis|since|des|from|a partir de|started at|a commence a|a debute a";
    private const string Nearby = "a|at|vers|around|about|by|before|after|avant|apres|environ|le|,";
    private const string Parts = "matin|soir|midi|nuit|tonight|night|morning|afternoon|evening|hier|yesterday|today|aujourd'hui";
    private const string Weekdays =
        "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday";

    private const string Months =
        "janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre"
        + "|january|february|march|april|may|june|july|august|september|october|november|december";

    /// <summary>What stands before a time of day and makes it one.</summary>
    private const string Marks =
        $@"(?<mark>(?:{Beginning}|{Nearby}|\d/\d{{1,2}}|\d{{4}}|{Parts}|{Weekdays}|{Months})(?: a| vers| around| about| at| environ|,)* ?)";

    private const string Hour = @"(?<h>[01]?\d|2[0-3])";
    private const string Half = @" ?(?<half>[ap])\.?m";

    private static readonly Regex[] Ways =
    [
        Linear.Pattern($@"{Marks}?\b{Hour} ?(?:h|heures?) ?(?<m>[0-5]\d)\b"),
        Linear.Pattern($@"{Marks}?\b{Hour} ?(?:h|heures?) (?<part>et demie?|et quart|moins le quart)\b"),
        Linear.Pattern($@"(?:{Marks}|^ *){Hour} ?(?<only>h|heures?)\b"),
        Linear.Pattern($@"{Marks}?\b{Hour}:(?<m>[0-5]\d)(?::[0-5]\d)?(?:{Half})?\b"),
        Linear.Pattern($@"{Marks}?\b(?<h>1[0-2]|0?[1-9])(?:[.:](?<m>[0-5]\d))?{Half}\b"),
        Linear.Pattern($@"{Marks}?\b(?<part>half past|quarter past|quarter to|a quarter past|a quarter to) (?<h>1[0-2]|[1-9])\b"),
        Linear.Pattern($@"{Marks}?\b(?<h>1[0-2]|[1-9]) o'clock\b"),
        Linear.Pattern($@"{Marks}(?<h>[01]?\d|2[0-3])\.(?<m>[0-5]\d)\b"),
        Linear.Pattern($@"{Marks}?\b(?<noon>midi|noon|minuit|midnight)\b"),
        // "at 9 this morning": an English hour without anything needs the part of the day beside it.
        Linear.Pattern(@"\b(?:morning|afternoon|evening|night) (?:at|around|about) (?<h>1[0-2]|[1-9])\b"),
        Linear.Pattern($@"{Marks}(?<h>1[0-2]|[1-9]) (?:in the |this |yesterday |last )(?:morning|afternoon|evening|night)\b"),
    ];

    /// <summary>The time that begins it all: one said to, else the first.</summary>
    /// <param name="plain">As <see cref="PlainWriting"/> makes it.</param>
    public static ClockTime? In(string plain)
    {
        var part = PartsOfDay.In(plain);
        return Ways.SelectMany(way => way.Matches(plain))
            .Where(match => IsFree(plain, match))
            .Select(match => Of(match, part))
            .OrderByDescending(time => time.IsSince).ThenBy(time => time.At)
            .FirstOrDefault();
    }

    /// <summary>Not the tail of an address, a version or a longer number.</summary>
    private static bool IsFree(string plain, Match match)
    {
        var start = (match.Groups["h"] is { Success: true } hour ? hour : match.Groups["noon"]).Index;
        var end = match.Index + match.Length;
        return (start == 0 || plain[start - 1] is ' ' or '(' or ',' or '/' or '~')
            && plain.AsSpan(end) is not ([':' or '/', ..] or ['.', >= '0' and <= '9', ..]);
    }

    private static ClockTime Of(Match match, PartOfDay part)
    {
        var mark = match.Groups["mark"].Value;
        var isSince = Since.IsMatch(mark);
        if (match.Groups["noon"] is { Success: true } noon)
            return new(match.Index, noon.Value is "midi" or "noon" ? LocalTime.Noon : LocalTime.Midnight, isSince, IsVague: false);

        var hour = Number(match.Groups["h"]);
        var minute = match.Groups["m"].Success ? Number(match.Groups["m"]) : 0;
        var time = new LocalTime(OnTheDay(hour, match.Groups["half"].Value, part), minute).PlusMinutes(Fraction(match.Groups["part"].Value));
        var isVague = isSince && match.Groups["only"].Success && hour < 7 && part == PartOfDay.Unsaid;
        return new(match.Index, time, isSince, isVague);
    }

    private static int OnTheDay(int hour, string half, PartOfDay part) => (half, part) switch
    {
        ("a", _) => hour % 12,
        ("p", _) => (hour % 12) + 12,
        (_, PartOfDay.Afternoon or PartOfDay.Evening) when hour is > 0 and < 12 => hour + 12,
        (_, PartOfDay.Night) when hour is > 5 and < 12 => hour + 12,
        _ => hour,
    };

    private static int Fraction(string part) => part switch
    {
        "" => 0,
        _ when part.Contains("demi", StringComparison.Ordinal) || part.Contains("half", StringComparison.Ordinal) => 30,
        _ when part.Contains("moins", StringComparison.Ordinal) || part.Contains("to", StringComparison.Ordinal) => -15,
        _ => 15,
    };

    private static readonly Regex Since = Linear.Pattern("depuis|since|des|from|partir|started|commence|debute");

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);
}
