using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Language;

namespace ChatSupport.Desk.Declarations;

/// <summary>
/// The priority as the client asks for it. What its plan does not have is not offered, yet taken from whoever asks for it all the
/// same: it is kept as asked and treated as the plan allows, with an explanation (R38, E1).
/// </summary>
internal sealed class PriorityField(string key) : ChoiceField(key, FieldKind.Choice, [.. Enum.GetNames<Priority>()])
{
    public override IReadOnlyList<Choice> ChoicesFor(Plan plan) =>
        [.. base.ChoicesFor(plan).Where(choice => Enum.Parse<Priority>(choice.Key) is var priority && priority.CappedBy(plan) == priority)];

    private protected override Finding Interpret(string text, DeclarationContext context)
    {
        var finding = base.Interpret(text, context);
        var isOffered = finding.Value is not FieldAnswer.One(var asked) || ChoicesFor(context.Plan).Any(choice => choice.Key == asked);
        return isOffered ? finding : finding with { Warning = DeskText.Say("Answers.PriorityCapped", context.Plan) };
    }
}
