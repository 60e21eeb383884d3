using System.Collections.Immutable;
using System.Text;
using NodaTime;

namespace ChatSupport.Desk.Language;

/// <summary>
/// A sentence not yet said: which one of the phrasebook, and what goes into it. It is said in the language of whoever
/// reads it, as late as possible, so that nothing in the desk holds words in one language.
/// </summary>
public sealed class Sentence
{
    private readonly Phrasebook? book;
    private readonly ImmutableArray<object?> with;
    private readonly (string French, string English) said;

    internal Sentence(Phrasebook book, string key, ImmutableArray<object?> with) => (this.book, Key, this.with) = (book, key, with);

    private Sentence(string key, string french, string english) => (Key, said) = (key, (french, english));

    /// <summary>The page and entry of the phrasebook, such as <c>Refusals.AlreadyTaken</c>. Tests and logs speak of this.</summary>
    public string Key { get; }

    /// <summary>A sentence that was said before, read back from the store in both languages.</summary>
    public static Sentence Said(string key, string french, string english) => new(key, french, english);

    public string In(Tongue tongue) => In(tongue, WallClock.Paris);

    /// <summary>The same for a reader who may not live by the time of Paris.</summary>
    public string In(Tongue tongue, WallClock clock) => In(tongue, clock, moment: null);

    /// <summary>The same for a reader whose own program shows moments.</summary>
    /// <param name="moment">From an instant, and the words that would be said for it, to what stands there instead.</param>
    public string In(Tongue tongue, Func<Instant, string, string> moment) => In(tongue, WallClock.Paris, moment);

    internal string In(Tongue tongue, WallClock clock, Func<Instant, string, string>? moment) => book is null
        ? tongue == Tongue.French ? said.French : said.English
        : Fill(book.Pattern(Key, tongue), new SpokenFormat(tongue, clock, moment));

    /// <summary>A pattern without holes is formatted as text, or its braces would stay doubled.</summary>
    private string Fill(CompositeFormat pattern, SpokenFormat format) => pattern.MinimumArgumentCount == 0
        ? string.Format(format, pattern.Format, with.AsSpan())
        : string.Format(format, pattern, with.AsSpan());

    /// <summary>The key, never the words: a log line must not carry what a person reads.</summary>
    public override string ToString() => Key;
}
