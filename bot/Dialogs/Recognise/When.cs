using System.Text.RegularExpressions;
using ChatSupport.Desk.Clock;
using NodaTime;

namespace ChatSupport.Bot.Dialogs.Recognise;

/// <summary>
/// When it began, as people say it in both languages, by a clock of theirs. Never in the future: 23:50 said at 00:10 is yesterday's. What names
/// no time of day, or may mean two things, is left to be asked.
/// </summary>
internal static class When
{
    /// <summary>Two clocks may differ by this much; what is ahead by less is taken as now.</summary>
    private static readonly Duration Ahead = Duration.FromMinutes(5);

    private static readonly Regex Iso = Linear.Pattern(
        @"\b20\d\d-\d\d-\d\d[Tt]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:[Zz]|[+-]\d\d:?\d\d)?");

    private static readonly Regex JustNow = Linear.Pattern(
        @"\b(?:maintenant|a l'instant|tout juste|just now|right now)\b|^ *now\W*$");

    public static Instant? In(string text, Instant now, DateTimeZone zone)
    {
        if (Iso.Match(text) is { Success: true } iso && IsoTime.Read(iso.Value.ToUpperInvariant(), zone) is { } exact)
            return Past(exact, now);

        var plain = PlainWriting.Of(text);
        var ago = Ago.In(plain);
        var clock = ClockTime.In(Without(plain, ago));
        if (clock is not null && (ago is null || ago.Days is not null || clock.IsSince))
            return clock.IsVague ? null : Resolve(clock, ago, plain, now, zone);
        if (ago is not null)
            return now - ago.Long;
        return JustNow.IsMatch(plain) ? now : null;
    }

    private static Instant? Resolve(ClockTime clock, Ago? ago, string plain, Instant now, DateTimeZone zone)
    {
        var today = now.InZone(zone).Date;
        var days = ago?.Days is { } back ? [today.PlusDays(-back)] : Day.In(plain, today, clock.At).Candidates;
        return days
            .Select(day => Past(day.At(clock.Time).InZoneLeniently(zone).ToInstant(), now))
            .FirstOrDefault(instant => instant is not null);
    }

    private static Instant? Past(Instant instant, Instant now) => instant - now > Ahead ? null : Instant.Min(instant, now);

    /// <summary>The text with a duration blanked out, so that its hours are not taken for the clock's.</summary>
    private static string Without(string plain, Ago? ago) =>
        ago is null ? plain : string.Concat(plain.AsSpan(0, ago.At), new string(' ', ago.Length), plain.AsSpan(ago.At + ago.Length));
}
