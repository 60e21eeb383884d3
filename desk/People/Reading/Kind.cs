using ChatSupport.Desk.Language;

namespace ChatSupport.Desk.People.Reading;

internal delegate bool TryRead<T>(string text, out T value);

/// <summary>What may stand behind a key: how it is read, what a good one looks like, and what to say of a bad one.</summary>
/// <param name="Refuse">From the key, what was written and a line to copy, to the sentence that says what to write.</param>
internal sealed record Kind<T>(string Example, TryRead<T> Read, Func<string, string, string, Sentence> Refuse);

internal static class Kind
{
    /// <summary>Refused with the entry of the phrasebook whose holes are the key and a line to copy.</summary>
    public static Kind<T> Of<T>(string entry, string example, TryRead<T> read) =>
        new(example, read, (key, _, line) => DeskText.Say($"Directory.{entry}", key, line));

    /// <summary>One of a few words, whatever their case.</summary>
    public static Kind<T> OneOf<T>(params (string Word, T Value)[] words)
    {
        var values = words.ToDictionary(word => word.Word, word => word.Value, StringComparer.OrdinalIgnoreCase);
        return new(words[0].Word, values.TryGetValue!, (key, written, _) => Near.To(written, values.Keys) is { } meant
            ? DeskText.Say("Directory.WordNear", key, written, meant)
            : DeskText.Say("Directory.Word", key, written, string.Join(", ", values.Keys)));
    }

    /// <summary>The line as it might stand in the file.</summary>
    public static string Line(string key, string value) => $"{key}: {value}";
}
