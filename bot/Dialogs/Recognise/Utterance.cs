using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ChatSupport.Desk.Declarations;

namespace ChatSupport.Bot.Dialogs.Recognise;

/// <summary>One word of an utterance: without case or accents, and where it stands in the text.</summary>
internal readonly record struct Word(string Folded, int Start, int End);

/// <summary>What somebody said, word by word, so that phrases of both languages are found whatever their case and accents.</summary>
internal sealed class Utterance
{
    private static readonly char[] Separators = [' ', '\n', '\t', '\u00A0', '\u202F', ':', ',', ';', '-', '–', '—', '.'];

    private Utterance(string text, ImmutableArray<Word> words) => (Text, Words) = (text, words);

    /// <summary>Verbatim.</summary>
    public string Text { get; }

    public ImmutableArray<Word> Words { get; }

    public static Utterance Of(string text)
    {
        var words = ImmutableArray.CreateBuilder<Word>();
        var (start, at) = (-1, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            var isPart = Rune.IsLetterOrDigit(rune) || (start >= 0 && Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark);
            if (isPart && start < 0)
                start = at;
            if (!isPart && start >= 0)
                Take(at);
            at += rune.Utf16SequenceLength;
        }

        if (start >= 0)
            Take(text.Length);
        return new Utterance(text, words.ToImmutable());

        void Take(int end)
        {
            words.Add(new Word(PlainText.Fold(text[start..end]), start, end));
            start = -1;
        }
    }

    /// <summary>What follows the first <paramref name="count"/> words, verbatim, without the punctuation that set them apart.</summary>
    public string After(int count) => (count == 0 ? Text : Text[Words[count - 1].End..]).Trim().TrimStart(Separators);

    /// <summary>Some of its words, as phrases are compared.</summary>
    public string Folded(int from, int count) => string.Join(' ', Words.Skip(from).Take(count).Select(word => word.Folded));
}
