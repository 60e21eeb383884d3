using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace ChatSupport.Bot.Dialogs.Recognise;

/// <summary>How long ago: « il y a deux heures », "half an hour ago", « depuis 10 minutes », "for three days".</summary>
/// <param name="Days">How many days when it is told in days or weeks, so that a time of day can be given beside it.</param>
internal sealed record Ago(int At, int Length, Duration Long, int? Days)
{
    private const string About =
        "(?: environ| a peu pres| presque| plus de| pres de| bien| about| around| almost| nearly| over| more than| the last| the past)*";

    private const string Number = @"(?<n>\d{1,3}|une?|an?|one)";
    private const string Units = "(?<unit>minutes?|mins?|mn|heures?|hours?|hrs?|jours?|days?|semaines?|weeks?";
    private const string AndMore = @"(?: ?(?<more>[0-5]\d)(?: ?min(?:utes)?)?)?(?<half> et demie?| and a half)?";

    private static readonly Regex[] Ways =
    [
        Linear.Pattern($@"\b(?:il y a|voila|ca fait|cela fait|for){About} {Number} ?{Units}|h){AndMore}\b"),
        Linear.Pattern($@"\b{Number} ?{Units}|h){AndMore} ago\b"),
        Linear.Pattern($@"\b(?<n>\d) and a(?<half> half) {Units}) ago\b"),
        // « depuis 2 h » may as well be the clock's, so only a unit written out is a duration here.
        Linear.Pattern($@"\b(?:depuis|since){About} {Number} {Units}){AndMore}\b"),
    ];

    /// <param name="plain">As <see cref="PlainWriting"/> makes it.</param>
    public static Ago? In(string plain) =>
        Ways.Select(way => way.Match(plain)).Where(match => match.Success).MinBy(match => match.Index) is { } match ? Of(match) : null;

    private static Ago Of(Match match)
    {
        var count = int.TryParse(match.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 1;
        var unit = match.Groups["unit"].Value;
        var more = match.Groups["more"] is { Success: true } minutes ? int.Parse(minutes.ValueSpan, CultureInfo.InvariantCulture) : 0;
        var whole = unit[0] switch
        {
            'm' => Duration.FromMinutes(1),
            'h' => Duration.FromHours(1),
            'j' or 'd' => Duration.FromDays(1),
            _ => Duration.FromDays(7),
        };
        var length = (whole * count) + Duration.FromMinutes(more) + (match.Groups["half"].Success ? whole / 2 : Duration.Zero);
        return new Ago(match.Index, match.Length, length, whole >= Duration.FromDays(1) ? length.Days : null);
    }
}
