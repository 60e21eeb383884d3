using System.Collections.Immutable;

namespace ChatSupport.Desk.Declarations;

/// <summary>A list of UUIDs, each once: an array, or one text that separates them by commas, semicolons, spaces or lines.</summary>
internal sealed class IdentifiersField(string key, int most) : Field(key, FieldKind.List, maxLength: most * 40)
{
    private static readonly char[] Separators = [',', ';', ' ', '\n', '\t', '\u00A0'];

    internal override bool StaysGood => true;

    private protected override Finding Interpret(ImmutableArray<string> texts, DeclarationContext context)
    {
        var ids = ImmutableArray.CreateBuilder<string>();
        foreach (var text in texts.SelectMany(text => text.Split(Separators, StringSplitOptions.RemoveEmptyEntries)))
        {
            if (!Guid.TryParse(text, out var id))
                return Finding.Wrong("NotAnIdentifier", PlainText.Excerpt(text));
            ids.Add(id.ToString("D"));
        }

        ImmutableArray<string> distinct = [.. ids.Distinct(StringComparer.Ordinal)];
        return distinct.Length switch
        {
            0 => Finding.Nothing,
            var count when count > most => Finding.Wrong("TooMany", most, count),
            _ => new Finding(FieldAnswer.Of(distinct)),
        };
    }

    private protected override Finding Interpret(string text, DeclarationContext context) => Interpret([text], context);
}
