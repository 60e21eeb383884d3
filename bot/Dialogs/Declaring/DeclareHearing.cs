using ChatSupport.Bot.Dialogs.Commands;
using ChatSupport.Bot.Dialogs.Recognise;
using ChatSupport.Desk.Declarations;

namespace ChatSupport.Bot.Dialogs.Declaring;

/// <summary>What words mean in the middle of a declaration: the answer to the question, a way through it, or something else altogether.</summary>
internal static class DeclareHearing
{
    /// <returns>False when it is another dialog's affair.</returns>
    public static async ValueTask<bool> Hear(TurnContext turn, Draft draft, Utterance said, Heard heard, DeclarationContext context)
    {
        var field = DraftReading.Find(draft.Asking);
        var command = heard is Heard.Command { IsPlain: true, Request: var plain } ? plain : null;
        if (IsCorrection(heard) is { } correction)
            await DeclareCommands.Do(turn, draft, correction, context);
        else if (field is not null && IsClosed(field) && field.ReadAnswer(said, context).Value is not null)
            await DeclareSteps.Answer(turn, draft, field, said.Text, context);
        else if (command is { Verb: Verb.Help or Verb.Why } && field is not null)
            await Help(turn, draft, field, context);
        else if (command is { Verb: Verb.Yes or Verb.No } && (field is null || draft.IsCancelling))
            await DeclareCommands.Do(turn, draft, command, context);
        else if (command is { Verb: > Verb.No and <= Verb.Send or Verb.Declare })
            await DeclareCommands.Do(turn, draft, command, context);
        else if (command is { Verb: not (Verb.Yes or Verb.No) })
            return false;
        else if (field is not null)
            await DeclareSteps.Answer(turn, draft, field, said.Text, context);
        else
            OfferToAppend(turn, draft, said);
        return true;
    }

    /// <summary>« corriger la région », at any moment; a sentence that merely begins so is an answer.</summary>
    private static Request? IsCorrection(Heard heard) => heard is Heard.Command { Request: { Verb: Verb.Correct } request }
        && (request.Text.Length == 0 || FieldNames.In(Utterance.Of(request.Text)) is not null)
            ? request
            : null;

    private static bool IsClosed(Field field) => field.Kind is not (FieldKind.ShortText or FieldKind.LongText) || field.Key == "tenantId";

    private static ValueTask Help(TurnContext turn, Draft draft, Field field, DeclarationContext context)
    {
        turn.Say(turn.Words("DeclareDialog.Help", field.Label));
        return DeclareSteps.Again(turn, draft, context);
    }

    private static void OfferToAppend(TurnContext turn, Draft draft, Utterance said)
    {
        turn.State = turn.State with { Kept = said.Text };
        turn.Offer(
            turn.Words("DeclareDialog.AppendThis", MenuDialog.Excerpt(said.Text)),
            turn.Choice(draft, Verb.Append, ChoiceStyle.Primary), turn.Choice(draft, Verb.Continue));
    }
}
