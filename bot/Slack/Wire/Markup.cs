using System.Text.RegularExpressions;

namespace ChatSupport.Bot.Slack.Wire;

/// <summary>Slack's markup of a message, back to what its author saw.</summary>
internal static partial class Markup
{
    public static string Read(string text) => Unescape(Marked.Replace(text, Plain)).Trim();

    private static string Plain(Match mark)
    {
        var (target, label) = (mark.Groups["target"].Value, mark.Groups["label"].Value);
        return target[0] switch
        {
            '@' or '#' => target[0] + (label.Length > 0 ? label.TrimStart('@', '#') : target[1..]),
            '!' => label.Length > 0 ? label : '@' + target[1..].Split('^')[0],
            _ when label.Length == 0 || target.EndsWith(label, StringComparison.Ordinal) => target.StartsWith("mailto:", StringComparison.Ordinal) ? target[7..] : target,
            _ => $"{label} ({target})",
        };
    }

    private static string Unescape(string text) => text
        .Replace("&lt;", "<", StringComparison.Ordinal)
        .Replace("&gt;", ">", StringComparison.Ordinal)
        .Replace("&amp;", "&", StringComparison.Ordinal);

    [GeneratedRegex("<(?<target>[^<>|]+)(\\|(?<label>[^<>]*))?>", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Marked { get; }
}
