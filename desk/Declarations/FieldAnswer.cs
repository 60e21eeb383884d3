using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ChatSupport.Desk.Declarations;

/// <summary>
/// What somebody answered to one field, through whichever door: one text, several texts, or something that is neither.
/// As JSON it is a string or an array of strings; a boolean is read as the text <c>true</c> or <c>false</c>.
/// </summary>
[JsonConverter(typeof(FieldAnswerJson))]
public abstract record FieldAnswer
{
    private FieldAnswer()
    {
    }

    public static FieldAnswer Of(string text) => new One(text);

    public static FieldAnswer Of(IEnumerable<string> texts) => new Many([.. texts]);

    /// <summary>The case, never the words: a log line must not carry what a client wrote.</summary>
    public sealed override string ToString() => GetType().Name;

    public sealed record One(string Text) : FieldAnswer;

    public sealed record Many(ImmutableArray<string> Texts) : FieldAnswer
    {
        public bool Equals(Many? other) => other is not null && Texts.AsSpan().SequenceEqual(other.Texts.AsSpan());

        public override int GetHashCode() => Texts.Aggregate(Texts.Length, HashCode.Combine);
    }

    /// <summary>A number, an object: what no field takes. Reading it is an error on its field, not a failure.</summary>
    public sealed record WrongKind : FieldAnswer;
}
