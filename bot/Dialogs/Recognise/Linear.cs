using System.Text.RegularExpressions;

namespace ChatSupport.Bot.Dialogs.Recognise;

/// <summary>Patterns whose time grows with the length of the text and no faster, whatever somebody sends.</summary>
internal static class Linear
{
    public static Regex Pattern(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>Whatever the case.</summary>
    public static Regex Loosely(string pattern) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
}
