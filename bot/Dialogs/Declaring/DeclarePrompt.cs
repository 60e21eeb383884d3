using ChatSupport.Bot.Dialogs.Commands;
using ChatSupport.Bot.Language;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Declarations;

namespace ChatSupport.Bot.Dialogs.Declaring;

/// <summary>One question of a declaration: how far one is, what is asked and why, and the answers that can be clicked.</summary>
internal static class DeclarePrompt
{
    private const int MostTenants = 10;

    public static void Ask(TurnContext turn, Draft draft, Field field, DeclarationReading reading, DeclarationContext context)
    {
        var words = draft.IsBare && field.Key == "description"
            ? [turn.Words("DeclareDialog.Opening")]
            : Words(turn, draft, field, reading, context);
        turn.Offer(string.Join('\n', words), [.. Answers(turn, draft, field, reading, context), .. Controls(turn, draft, field, reading, context)]);
    }

    private static IEnumerable<string> Words(TurnContext turn, Draft draft, Field field, DeclarationReading reading, DeclarationContext context)
    {
        var label = field.Label.In(turn.Tongue);
        var asked = draft.Trail.Count + 1;
        yield return reading.Missing.Contains(field) ? turn.Words("DeclareDialog.Question", asked, asked + reading.Missing.Count - 1, label) : label;
        yield return field.Kind == FieldKind.Instant && !turn.Own.IsParisAt(turn.Now)
            ? BotText.Say("DeclareDialog.ByYourClock", turn.Now).In(turn.Tongue, turn.Own)
            : field.Help.In(turn.Tongue);
        if (field.Key == "requestedPriority" && Suggested(reading.SoFar) is { } suggested)
            yield return turn.Words(
                suggested.Priority == suggested.Priority.CappedBy(context.Plan) ? "DeclareDialog.Suggested" : "DeclareDialog.SuggestedCapped",
                suggested.Reason, suggested.Priority.CappedBy(context.Plan));
        if (draft.Answers.TryGetValue(field.Key, out var answer))
            yield return turn.Words("DeclareDialog.SoFar", AnswerWords.Of(field, answer));
    }

    private static IEnumerable<Choice> Answers(TurnContext turn, Draft draft, Field field, DeclarationReading reading, DeclarationContext context)
    {
        var suggested = field.Key == "requestedPriority" ? Suggested(reading.SoFar)?.Priority.CappedBy(context.Plan).ToString() : null;
        IEnumerable<(string Key, string Label)> answers = field.Key switch
        {
            "tenantId" => context.Tenants.Take(MostTenants).Select(tenant => (tenant, tenant)),
            "callbackPhone" => turn.Who.Phones.Select(phone => (phone, phone)),
            "startedAt" => [("now", turn.Words("DeclareDialog.JustNow"))],
            _ => field.ChoicesFor(context.Plan).Select(choice => (choice.Key, choice.Label.In(turn.Tongue))),
        };
        return answers.OrderByDescending(answer => answer.Key == suggested).Select(answer => draft.ChoiceOf(
            Verb.Say, $"{field.Key}:{answer.Key}", answer.Label, answer.Key == suggested ? ChoiceStyle.Primary : ChoiceStyle.Plain));
    }

    private static IEnumerable<Choice> Controls(TurnContext turn, Draft draft, Field field, DeclarationReading reading, DeclarationContext context)
    {
        if (!field.IsMandatory(reading.SoFar, context))
            yield return turn.Choice(draft, Verb.Skip);
        if (draft.Trail.Count > 0)
            yield return turn.Choice(draft, Verb.Back);
        if (draft.IsBare)
            yield return turn.Choice(draft, Verb.Form);
    }

    private static SuggestedPriority? Suggested(Declaration soFar) =>
        PriorityMatrix.Suggest(soFar.ServiceInterrupted, soFar.Environment, soFar.Workaround);
}
