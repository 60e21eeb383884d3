using ChatSupport.Bot.Dialogs.Commands;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Declarations;

namespace ChatSupport.Bot.Dialogs.Declaring;

/// <summary>Every answer read back before it is sent, with a way to each of them.</summary>
internal static class DeclareSummary
{
    private const int LongestValue = 300;

    public static void Offer(TurnContext turn, Draft draft, DeclarationReading reading, DeclarationContext context)
    {
        var more = draft.Optional(reading, context).Any() ? new[] { turn.Choice(draft, Verb.More) } : [];
        turn.Offer(
            string.Join('\n', [turn.Words("DeclareDialog.Summary"), .. Lines(turn, draft), .. Remarks(turn, reading, context)]),
            [
                turn.Choice(draft, Verb.Send, ChoiceStyle.Primary), turn.Choice(draft, Verb.Correct), .. more,
                turn.Choice(draft, Verb.Cancel, ChoiceStyle.Danger),
            ]);
    }

    /// <summary>In the form's order, whatever the order in which they came.</summary>
    /// <param name="whole">Long answers too, instead of their beginning.</param>
    public static IEnumerable<string> Lines(TurnContext turn, Draft draft, bool whole = false) =>
        from field in DraftReading.Fields
        where draft.Answers.ContainsKey(field.Key)
        let value = turn.In(AnswerWords.Of(field, draft.Answers[field.Key]))
        select turn.Words("DeclareDialog.Line", field.Label, whole ? value : Shortened(value));

    /// <summary>The fields as buttons: those answered, to correct one, or those that may be added.</summary>
    public static void OfferFields(TurnContext turn, Draft draft, string words, IEnumerable<Field> fields) => turn.Offer(
        words,
        fields.Select(field => draft.ChoiceOf(Verb.Correct, field.Key, field.Label.In(turn.Tongue)))
            .Append(turn.Choice(draft, Verb.Continue)));

    private static IEnumerable<string> Remarks(TurnContext turn, DeclarationReading reading, DeclarationContext context)
    {
        var soFar = reading.SoFar;
        var suggested = PriorityMatrix.Suggest(soFar.ServiceInterrupted, soFar.Environment, soFar.Workaround)?.Priority.CappedBy(context.Plan);
        if (suggested is { } priority && soFar.RequestedPriority?.CappedBy(context.Plan) != priority)
            yield return turn.Words("DeclareDialog.OtherPriority", priority);
        foreach (var warning in reading.Warnings.Values)
            yield return turn.In(warning);
    }

    private static string Shortened(string value) =>
        value.Length <= LongestValue ? value : string.Concat(value.AsSpan(0, LongestValue).TrimEnd(), "…");
}
