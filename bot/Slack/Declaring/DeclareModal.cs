using System.Text.Json.Nodes;
using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Language;
using ChatSupport.Bot.Slack.Kit;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Language;
using Choice = ChatSupport.Bot.Dialogs.Choice;

namespace ChatSupport.Bot.Slack.Declaring;

/// <summary>
/// The declaration as a modal: the fields of the one form that apply to what was answered so far. A choice on which other fields depend is
/// told at once, and the modal is changed.
/// </summary>
internal static class DeclareModal
{
    public static JsonObject View(DeclareState state, IReadOnlyDictionary<string, FieldAnswer> answers, DeclarationContext context, Tongue tongue)
    {
        var shown = Shown(answers, context);
        var soFar = IncidentForm.Form.Read(answers, context).SoFar;
        var known = (state.Kept ?? new Dictionary<string, FieldAnswer>(StringComparer.Ordinal)).Where(kept => !answers.ContainsKey(kept.Key)).Concat(answers)
            .ToDictionary(StringComparer.Ordinal);
        var hidden = known.Where(answer => shown.All(field => field.Key != answer.Key)).ToDictionary(StringComparer.Ordinal);
        return Kit.View.Modal(
            DeclareState.Callback, (state with { Kept = hidden }).Write(), Say("Title"), Say("Submit"), Say("Cancel"),
            [
                Block.Context(Marked.Of(Say("Intro"))),
                .. shown.Select(field => InputBlock.Of(
                    Drawn(field, field.IsMandatory(soFar, context), context, tongue), known.GetValueOrDefault(field.Key), Tells(field, shown, answers, context))),
            ]);

        string Say(string entry) => BotText.Say($"Slack.Declare.{entry}").In(tongue);
    }

    /// <summary>The fields that apply, in the form's order. One that becomes mandatory only by other answers is not shown before.</summary>
    public static IReadOnlyList<Field> Shown(IReadOnlyDictionary<string, FieldAnswer> answers, DeclarationContext context)
    {
        var soFar = IncidentForm.Form.Read(answers, context).SoFar;
        return [.. IncidentForm.Form.AskedOn(context.Channel).Where(field =>
            field.Applies(soFar) && (field.Needs.On(context.Channel) != Need.Conditional || field.IsMandatory(soFar, context)))];
    }

    /// <summary>Whether one of the choices would change what is shown.</summary>
    private static bool Tells(Field field, IReadOnlyList<Field> shown, IReadOnlyDictionary<string, FieldAnswer> answers, DeclarationContext context)
    {
        // Conditions look at choices only; reading long texts again for each would be waste.
        var chosen = answers.Where(answer => IncidentForm.Form.Find(answer.Key)?.Kind == FieldKind.Choice).ToDictionary(StringComparer.Ordinal);
        return field.Kind == FieldKind.Choice && field.ChoicesFor(context.Plan).Any(choice =>
        {
            chosen[field.Key] = FieldAnswer.Of(choice.Key);
            return !Shown(chosen, context).SequenceEqual(shown);
        });
    }

    private static FormField Drawn(Field field, bool mandatory, DeclarationContext context, Tongue tongue) => new(
        field.Key, field.Kind, field.Label.In(tongue), field.Help.In(tongue), mandatory, field.MaxLength,
        [.. field.ChoicesFor(context.Plan).Select(choice => new Choice(choice.Key, choice.Label.In(tongue)))]);
}
