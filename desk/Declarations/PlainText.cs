using System.Buffers;
using System.Globalization;
using System.Text;

namespace ChatSupport.Desk.Declarations;

/// <summary>What all texts have in common before any field reads them.</summary>
public static class PlainText
{
    private const int ExcerptLength = 60;

    /// <summary>What nearly all texts consist of: it may be stored, and is composed as it is.</summary>
    private static readonly SearchValues<char> Usual = SearchValues.Create(
        [.. Range('\u0020', '\u007E'), .. Range('\u00A0', '\u02FF'), '\n', '\t', '\u2013', '\u2014', '\u2018', '\u2019', '\u201C', '\u201D', '\u2026', '\u202F']);

    /// <summary>
    /// The text composed (NFC), trimmed, its lines ended by a line feed; everything else verbatim. Null when it holds what cannot be
    /// stored or shown: half a surrogate pair, a control character, a noncharacter.
    /// </summary>
    public static string? Clean(string text) => !text.AsSpan().ContainsAnyExcept(Usual) ? text.Trim()
        : IsStorable(text) ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Normalize().Trim()
        : null;

    public static string OnOneLine(string text) => text.Replace('\n', ' ').Replace('\t', ' ');

    /// <summary>In Unicode scalar values, so that an emoji counts once in every language and on every door.</summary>
    public static int Length(string text) => text.EnumerateRunes().Count();

    /// <summary>How a sentence quotes what somebody wrote, whatever it was.</summary>
    public static string Excerpt(string text) =>
        string.Concat((Clean(text) ?? "\uFFFD").EnumerateRunes().Take(ExcerptLength));

    /// <summary>
    /// Letters and digits only, without case or accents: how labels are compared. « Réseau (Neutron) » is <c>reseau neutron</c>.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                folded.Append(Rune.ToLowerInvariant(rune));
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark && folded is [.., not ' '])
                folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }

    private static IEnumerable<char> Range(char first, char last) => Enumerable.Range(first, last - first + 1).Select(code => (char)code);

    private static bool IsStorable(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out var rune, out var length) != OperationStatus.Done)
                return false;
            if (rune.Value is 0xFFFE or 0xFFFF || (Rune.IsControl(rune) && rune.Value is not ('\n' or '\r' or '\t')))
                return false;
            text = text[length..];
        }

        return true;
    }
}
