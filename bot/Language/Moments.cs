using System.Globalization;
using System.Text.RegularExpressions;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Language;

/// <summary>
/// Moments in words. Slack shows a moment by its reader's own clock, so what is said there says which moment it is beside the words for it;
/// everywhere else, and where only plain text can stand, the words say whose time it is.
/// </summary>
internal static partial class Moments
{
    // Of Unicode's private use: nobody reads them, and what somebody might do with them is a date.
    private const char Opens = '\uE000';
    private const char Closes = '\uE001';

    /// <summary>A sentence for whoever reads it by this door.</summary>
    public static string In(this Sentence sentence, Tongue tongue, Door door) => door == Door.Slack
        ? sentence.In(tongue, (at, words) =>
            string.Create(CultureInfo.InvariantCulture, $"{Opens}{at.ToUnixTimeSeconds()}|{tongue.Code()}|{DeskText.Say("Words.InZone", words, "Paris").In(tongue)}{Closes}"))
        : sentence.In(tongue);

    /// <summary>The words alone.</summary>
    public static string Plain(string words) => Shown(words, (_, _, said) => said);

    /// <param name="show">What stands for a moment: from its seconds since 1970, the language, and the words for it.</param>
    public static string Shown(string words, Func<string, Tongue, string, string> show) => words.Contains(Opens)
        ? Marked.Replace(words, found => show(found.Groups["at"].Value, Tongues.Parse(found.Groups["tongue"].Value)!.Value, found.Groups["words"].Value))
        : words;

    [GeneratedRegex("\uE000(?<at>[0-9]{1,11})\\|(?<tongue>fr|en)\\|(?<words>[^|\uE000\uE001]*)\uE001", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Marked { get; }
}
