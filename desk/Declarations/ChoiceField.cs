using System.Collections.Immutable;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Language;

namespace ChatSupport.Desk.Declarations;

/// <summary>One of a few answers, given by its key or by its label in either language.</summary>
internal class ChoiceField(string key, FieldKind kind, params ReadOnlySpan<string> choices) : Field(key, kind, maxLength: 100)
{
    private readonly ImmutableArray<Choice> choices =
        [.. choices.ToArray().Select(choice => new Choice(choice, DeskText.Say($"Fields.{key}.{choice}")))];

    private ImmutableArray<(string Words, string Key)> Spoken => field.IsDefault ? field = [.. choices.SelectMany(WaysToSay)] : field;

    public override IReadOnlyList<Choice> ChoicesFor(Plan plan) => choices;

    private protected override Finding Interpret(string text, DeclarationContext context) => Recognise(text) is { } choice
        ? Finding.Good(choice)
        : Finding.Wrong("NotAChoice", ChoicesFor(context.Plan).Select(known => known.Label));

    /// <summary>The choice by its key, said in full, or the only one whose label has these words: « réseau », « nova », « partie ».</summary>
    private string? Recognise(string text)
    {
        if (choices.FirstOrDefault(choice => choice.Key == text) is { Key: var key })
            return key;

        var words = PlainText.Fold(text);
        if (Spoken.FirstOrDefault(way => way.Words == words) is { Key: { } exact })
            return exact;

        var near = Spoken.Where(way => $" {way.Words} ".Contains($" {words} ", StringComparison.Ordinal));
        return near.Select(way => way.Key).Distinct().ToArray() is [var only] ? only : null;
    }

    private static IEnumerable<(string Words, string Key)> WaysToSay(Choice choice) =>
        Tongues.All.Select(choice.Label.In).Prepend(choice.Key).Select(words => (PlainText.Fold(words), choice.Key));
}
