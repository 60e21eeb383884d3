using System.Text.RegularExpressions;
using ChatSupport.Desk.Declarations;

namespace ChatSupport.Bot.Dialogs.Recognise;

/// <summary>A title out of a message: its first sentence, without the greeting and the reference in brackets before it.</summary>
internal static class Subject
{
    private const int MinLength = 5;
    private const int MaxLength = 200;

    private const string Greeting = "bonjour|bonsoir|salut|hello|hi|hey|dear|good (?:morning|afternoon|evening)";
    private const string Everybody = "à tous|all|team|everyone|support|l['’]équipe";

    private static readonly Regex Opening = Linear.Loosely(
        $@"^(?:\s|\[[^\[\]\n]{{1,64}}\]|(?:{Greeting})\b(?: (?:{Everybody}))?[\s,;:.!]*)*");

    private static readonly Regex End = Linear.Pattern(
        @"[.!?…](?:\s|$)|\n");

    /// <returns>5 to 200 characters on one line; null when the message has no such sentence.</returns>
    public static string? In(Utterance said)
    {
        var text = said.Text[Opening.Match(said.Text).Length..].Trim();
        var sentence = Sentences(text).FirstOrDefault(sentence => PlainText.Length(sentence) >= MinLength);
        return sentence is null ? null : Shortened(PlainText.OnOneLine(sentence));
    }

    private static IEnumerable<string> Sentences(string text)
    {
        var start = 0;
        foreach (Match end in End.Matches(text))
        {
            yield return text[start..(end.Value[0] is '!' or '?' or '…' ? end.Index + 1 : end.Index)].Trim();
            start = end.Index + end.Length;
        }

        yield return text[start..].Trim();
    }

    /// <summary>Cut between two words.</summary>
    private static string Shortened(string sentence)
    {
        if (PlainText.Length(sentence) <= MaxLength)
            return sentence;
        var cut = string.Concat(sentence.EnumerateRunes().Take(MaxLength - 1).Select(rune => rune.ToString()));
        var space = cut.LastIndexOf(' ');
        return string.Concat(space > MaxLength / 2 ? cut.AsSpan(0, space) : cut, "…");
    }
}
