using System.Collections.Immutable;
using ChatSupport.Desk.Language;

namespace ChatSupport.Desk.Declarations;

/// <summary>An ordered list of fields, and the reading of answers to them.</summary>
public sealed class Form(ImmutableArray<Field> fields)
{
    private readonly Dictionary<string, Field> byKey = fields.ToDictionary(field => field.Key, StringComparer.Ordinal);

    private Dictionary<string, Field> ByLabel => field ??= fields
        .SelectMany(one => one.Names.Select(name => (Name: name, Field: one)))
        .ToDictionary(named => named.Name, named => named.Field, StringComparer.Ordinal);

    /// <summary>In the order in which they are asked.</summary>
    public IReadOnlyList<Field> Fields => fields;

    public Field? Find(string key) => byKey.GetValueOrDefault(key);

    /// <summary>The field with this label in either language, whatever its case, accents or remark in parentheses: a line of an e-mail.</summary>
    public Field? FindByLabel(string label) => PlainText.Clean(label) is { } clean ? ByLabel.GetValueOrDefault(PlainText.Fold(clean)) : null;

    /// <summary>What this channel puts to the contact: the e-mail template, the minimum of a voicemail.</summary>
    public IEnumerable<Field> AskedOn(Channel channel) => fields.Where(field => field.Needs.On(channel) is not (Need.NotAsked or Need.Known));

    /// <summary>The mandatory fields that have no answer yet, in order.</summary>
    public IReadOnlyList<Field> Missing(IReadOnlyDictionary<string, FieldAnswer> answers, DeclarationContext context) =>
        Read(answers, context).Missing;

    /// <summary>Reads all answers at once, whatever their order; no answer makes it throw. Reading what it returned changes nothing.</summary>
    public DeclarationReading Read(IReadOnlyDictionary<string, FieldAnswer> answers, DeclarationContext context) =>
        Read(answers, (field, answer) => field.Read(answer, context), context);

    /// <summary>The same of answers that it has taken before: only those that may be good no more are read anew.</summary>
    public DeclarationReading ReadAgain(IReadOnlyDictionary<string, FieldAnswer> taken, DeclarationContext context) =>
        Read(taken, (field, answer) => field.StaysGood ? new Finding(answer) : field.Read(answer, context), context);

    private DeclarationReading Read(
        IReadOnlyDictionary<string, FieldAnswer> answers, Func<Field, FieldAnswer, Finding> read, DeclarationContext context)
    {
        var good = new Dictionary<string, FieldAnswer>(StringComparer.Ordinal);
        var errors = new Dictionary<string, Sentence>(StringComparer.Ordinal);
        var warnings = new Dictionary<string, Sentence>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            if (!answers.TryGetValue(field.Key, out var answer))
                continue;
            var finding = read(field, answer);
            if (finding.Value is { } value)
                good.Add(field.Key, value);
            if (finding.Error is { } error)
                errors.Add(field.Key, error);
            if (finding.Warning is { } warning)
                warnings.Add(field.Key, warning);
        }

        var soFar = new Declaration(good);
        ImmutableArray<Field> missing = [.. fields.Where(IsMissing)];
        foreach (var field in missing)
            errors.Add(field.Key, DeskText.Say("Answers.Missing", field.Label, field.Help));
        foreach (var key in answers.Keys.Where(key => !byKey.ContainsKey(key)))
            errors.Add(key, Unknown(key));
        return new(soFar, missing, errors, warnings);

        bool IsMissing(Field field) =>
            !good.ContainsKey(field.Key) && !errors.ContainsKey(field.Key) && field.IsMandatory(soFar, context);
    }

    private Sentence Unknown(string key) => Nearest.To(key, byKey.Keys) is { } near
        ? DeskText.Say("Answers.UnknownButNear", PlainText.Excerpt(key), near)
        : DeskText.Say("Answers.Unknown", PlainText.Excerpt(key), string.Join(", ", byKey.Keys));
}
