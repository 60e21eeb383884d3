using System.Collections.Immutable;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Language;

namespace ChatSupport.Desk.Declarations;

/// <summary>How a door lets somebody answer.</summary>
public enum FieldKind
{
    ShortText,
    LongText,
    Choice,
    List,
    Instant,
    Phone,
    Consent,
}

/// <summary>One possible answer: the key that is stored and the words that people read.</summary>
public sealed record Choice(string Key, Sentence Label);

/// <summary>One line of table 1: what is asked, of whom it is required, and how an answer is read. Doors draw it; only the form reads it.</summary>
public abstract class Field(string key, FieldKind kind, int maxLength)
{
    /// <summary>The key of the API and of the stored declaration.</summary>
    public string Key => key;

    public FieldKind Kind => kind;

    /// <summary>The longest answer, in Unicode scalar values; for a list, all of it.</summary>
    public int MaxLength => maxLength;

    public required Needs Needs { get; init; }

    public Sentence Label { get; } = DeskText.Say($"Fields.{key}.label");

    /// <summary>What to write, and what it is for.</summary>
    public Sentence Help { get; } = DeskText.Say($"Fields.{key}.help");

    /// <summary>Its label in both languages, with and without the remark in parentheses, folded.</summary>
    internal IEnumerable<string> Names => Tongues.All
        .Select(Label.In)
        .SelectMany(label => new[] { label, label.Split('(')[0] })
        .Select(PlainText.Fold)
        .Distinct(StringComparer.Ordinal);

    /// <summary>Once taken, an answer is good whenever it is read; else the time, the directory or a newer program may say otherwise.</summary>
    internal virtual bool StaysGood => false;

    /// <summary>What a <see cref="Need.Conditional"/> field waits for; the priority is the one that the plan allows (R38).</summary>
    internal Func<Declaration, Priority?, bool> MandatoryWhen { get; init; } = (_, _) => false;

    internal Func<Declaration, bool> AppliesWhen { get; init; } = _ => true;

    /// <summary>The choices to show to a client of this plan; none for what is not chosen.</summary>
    public virtual IReadOnlyList<Choice> ChoicesFor(Plan plan) => [];

    /// <summary>Whether the question makes sense after what was answered so far.</summary>
    public bool Applies(Declaration soFar) => AppliesWhen(soFar);

    public bool IsMandatory(Declaration soFar, DeclarationContext context) => Needs.On(context.Channel) switch
    {
        Need.Mandatory => true,
        Need.Conditional => MandatoryWhen(soFar, soFar.RequestedPriority?.CappedBy(context.Plan)),
        _ => false,
    };

    /// <summary>Reads one answer, whatever the others are; none makes it throw.</summary>
    public Finding Read(FieldAnswer answer, DeclarationContext context)
    {
        ImmutableArray<string> given = answer switch
        {
            FieldAnswer.One(var text) => [text],
            FieldAnswer.Many(var several) => several,
            _ => default,
        };
        if (given.IsDefault)
            return Finding.Wrong("WrongKind");

        // Composing and trimming shorten a text, but not this much; nothing more is spent on a longer one.
        if (given.Sum(text => (long)text.Length) > 8L * MaxLength)
            return Finding.Wrong("TooLong", MaxLength);

        var said = ImmutableArray.CreateBuilder<string>(given.Length);
        foreach (var text in given)
        {
            if (PlainText.Clean(text) is not { } clean)
                return Finding.Wrong("Unstorable");
            if (clean.Length > 0)
                said.Add(clean);
        }

        return said.Count == 0 ? Finding.Nothing : Interpret(said.DrainToImmutable(), context);
    }

    /// <summary>Reads texts that are clean and not empty, at least one.</summary>
    private protected virtual Finding Interpret(ImmutableArray<string> texts, DeclarationContext context) =>
        texts.Length == 1 ? Interpret(texts[0], context) : Finding.Wrong("OnlyOne");

    private protected abstract Finding Interpret(string text, DeclarationContext context);
}
