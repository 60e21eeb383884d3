using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ChatSupport.Bot.Dialogs.Recognise;

/// <summary>
/// A text made plain for the recognition of times: lower case, no accents, straight apostrophes, numbers as digits, and the usual
/// fractions of an hour as minutes. Its punctuation stays, for it is part of a date.
/// </summary>
internal static class PlainWriting
{
    private static readonly (Regex Words, string Digits)[] Numbers =
    [
        (Word("une demi[- ]heure|half an hour|half-an-hour|a half hour|1/2 heure"), "30 minutes"),
        (Word("un quart d'heure|a quarter of an hour"), "15 minutes"),
        (Word("(?:trois|3) quarts d'heure|(?:three|3) quarters of an hour"), "45 minutes"),
        (Word("une heure et demie?|an hour and a half|one and a half hours?|1 h et demie?"), "90 minutes"),
        (Word("deux|two|a couple of"), "2"), (Word("trois|three"), "3"), (Word("quatre|four"), "4"), (Word("cinq|five"), "5"), (Word("six"), "6"),
        (Word("sept|seven"), "7"), (Word("huit|eight"), "8"), (Word("neuf|nine"), "9"), (Word("dix|ten"), "10"), (Word("onze|eleven"), "11"),
        (Word("douze|twelve"), "12"), (Word("quinze|fifteen"), "15"), (Word("vingt|twenty"), "20"), (Word("trente|thirty"), "30"),
        (Word("quarante|forty"), "40"), (Word("quarante-cinq|quarante cinq|forty-five"), "45"), (Word("cinquante|fifty"), "50"),
    ];

    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                plain.Append(letter switch { '’' => '\'', '\u00A0' or '\u202F' or '\n' or '\t' => ' ', _ => char.ToLowerInvariant(letter) });
        }

        return Numbers.Aggregate(plain.ToString(), (soFar, number) => number.Words.Replace(soFar, number.Digits));
    }

    private static Regex Word(string words) => Linear.Pattern($@"\b(?:{words})\b");
}
