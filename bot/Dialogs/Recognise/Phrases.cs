using System.Collections.Frozen;

namespace ChatSupport.Bot.Dialogs.Recognise;

/// <summary>A phrase where it was found.</summary>
internal readonly record struct Found(string Key, int At, int Length);

/// <summary>
/// A table of phrases, and what each of them says. Written as people write, separated by <c>|</c> or by lines; accents and case do not
/// matter. Of two phrases that begin together the longer counts, so « préproduction » is never taken for « production ».
/// </summary>
internal sealed class Phrases
{
    private static readonly char[] Separators = ['|', '\n'];

    private readonly FrozenDictionary<string, (string[] Words, string Key)[]> byFirstWord;

    public Phrases(params (string Key, string Said)[] table) => byFirstWord = table
        .SelectMany(row => row.Said.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(phrase => (Words: Words(phrase), row.Key)))
        .GroupBy(phrase => phrase.Words[0], StringComparer.Ordinal)
        .ToFrozenDictionary(same => same.Key, same => same.OrderByDescending(phrase => phrase.Words.Length).ToArray(), StringComparer.Ordinal);

    /// <summary>Every phrase in the order in which it was said. What one phrase covers is no part of another.</summary>
    public IEnumerable<Found> In(Utterance said)
    {
        for (var at = 0; at < said.Words.Length; at++)
        {
            if (At(said, at) is { } found)
            {
                yield return found;
                at += found.Length - 1;
            }
        }
    }

    /// <summary>The longest phrase that begins with this word.</summary>
    public Found? At(Utterance said, int at) => Beginning(said, at).Select(found => (Found?)found).FirstOrDefault();

    /// <summary>The phrases that begin with this word, the longest first.</summary>
    public IEnumerable<Found> Beginning(Utterance said, int at) =>
        at < said.Words.Length && byFirstWord.TryGetValue(said.Words[at].Folded, out var phrases)
            ? phrases.Where(phrase => Matches(said, at, phrase.Words)).Select(phrase => new Found(phrase.Key, at, phrase.Words.Length))
            : [];

    /// <summary>What was said, each thing once; a phrase whose key is empty only stands in the way of others.</summary>
    public IReadOnlyList<string> KeysIn(Utterance said) => [.. In(said).Select(found => found.Key).Where(key => key.Length > 0).Distinct()];

    private static bool Matches(Utterance said, int at, string[] words)
    {
        if (at + words.Length > said.Words.Length)
            return false;
        for (var i = 1; i < words.Length; i++)
            if (said.Words[at + i].Folded != words[i])
                return false;
        return true;
    }

    private static string[] Words(string phrase) => [.. Utterance.Of(phrase).Words.Select(word => word.Folded)];
}
