using ChatSupport.Bot.Dialogs.Commands;
using ChatSupport.Bot.Dialogs.Recognise;
using ChatSupport.Desk.Declarations;

namespace ChatSupport.Bot.Dialogs.Declaring;

/// <summary>The ways through a declaration: back, correct, skip, pause, drop, read back, send.</summary>
internal static class DeclareCommands
{
    public static async ValueTask Do(TurnContext turn, Draft draft, Request request, DeclarationContext context)
    {
        switch (request.Verb)
        {
            case Verb.Say:
                await Say(turn, draft, request.Detail, context);
                break;
            case Verb.Back:
                await DeclareSteps.Back(turn, draft, context);
                break;
            case Verb.Skip:
                await DeclareSteps.Skip(turn, draft, context);
                break;
            case Verb.Correct:
                await Correct(turn, draft, request, context);
                break;
            case Verb.More:
                turn.State = turn.State with { Draft = draft with { IsReadBack = false } };
                DeclareSummary.OfferFields(turn, draft, turn.Words("DeclareDialog.MoreAbout"), draft.Optional(draft.Read(context), context));
                break;
            case Verb.Review:
                turn.Say(string.Join('\n', DeclareSummary.Lines(turn, draft).Prepend(turn.Words("DeclareDialog.SaidSoFar"))));
                await DeclareSteps.Again(turn, draft, context);
                break;
            case Verb.Form:
                await DeclareForm.Open(turn, draft, context);
                break;
            case Verb.Continue:
                await Continue(turn, draft, context);
                break;
            case Verb.Later:
                turn.State = turn.State with { Draft = draft with { IsPaused = true, IsCancelling = false } };
                turn.Notify(Tone.Good, "DeclareDialog.SeeYouLater");
                if (draft.Completes is { } begun)
                    turn.Show(begun);
                break;
            case Verb.Append when DraftReading.Find("description") is { } description:
                await DeclareSteps.Answer(turn, draft, description, $"{draft.Read(context).SoFar.Description}\n{turn.State.Kept}", context);
                break;
            case Verb.Join when request.Detail is { } reference:
                await AlreadyKnown.Join(turn, draft, reference, context);
                break;
            case Verb.FollowKnown when request.Detail is { } known:
                await KnownIncidents.Follow(turn, draft, known, context);
                break;
            case Verb.Anyway:
                await DeclareSteps.Proceed(turn, await AlreadyKnown.Deny(turn, draft, draft.Read(context).SoFar), context);
                break;
            case Verb.Cancel when draft.IsLong && !draft.IsCancelling:
                AskToDrop(turn, draft);
                break;
            case Verb.Cancel or Verb.Drop:
            case Verb.Yes when draft.IsCancelling:
                DeclareEnd.Drop(turn, draft);
                break;
            case Verb.Yes or Verb.Send or Verb.Declare when !draft.IsCancelling:
                await Send(turn, draft, context);
                break;
            case Verb.No when draft.IsReadBack:
                await Correct(turn, draft, new Request(Verb.Correct), context);
                break;
            default:
                await DeclareSteps.Again(turn, draft.Ask(draft.Asking), context);
                break;
        }
    }

    /// <summary>An answer clicked, to the question that stands or to an earlier one, which it then corrects.</summary>
    private static ValueTask Say(TurnContext turn, Draft draft, string? detail, DeclarationContext context) =>
        detail?.Split(':', 2) is [var key, var answer] && DraftReading.Find(key) is { } field
            ? DeclareSteps.Answer(turn, draft, field, answer, context)
            : DeclareSteps.Again(turn, draft, context);

    private static async ValueTask Correct(TurnContext turn, Draft draft, Request request, DeclarationContext context)
    {
        var named = request.Detail is { } key ? (Key: key, Answer: "") : FieldNames.In(Utterance.Of(request.Text));
        if (named is not var (field, answer) || DraftReading.Find(field) is not { } found)
            DeclareSummary.OfferFields(
                turn, draft, turn.Words("DeclareDialog.CorrectWhich"), DraftReading.Fields.Where(known => draft.Answers.ContainsKey(known.Key)));
        else if (answer.Length > 0)
            await DeclareSteps.Answer(turn, draft, found, answer, context);
        else
            DeclareSteps.Ask(turn, draft, found, context);
    }

    /// <summary>What was said when they came back is taken for the answer, if it is one.</summary>
    private static ValueTask Continue(TurnContext turn, Draft draft, DeclarationContext context)
    {
        var kept = draft.IsPaused ? turn.State.Kept : null;
        draft = draft.Ask(draft.Asking);
        return kept is not null && DraftReading.Find(draft.Asking) is { } field && field.ReadAnswer(Utterance.Of(kept), context).Value is not null
            ? DeclareSteps.Answer(turn, draft, field, kept, context)
            : DeclareSteps.Again(turn, draft, context);
    }

    /// <summary>Nothing is sent that was not read back.</summary>
    private static ValueTask Send(TurnContext turn, Draft draft, DeclarationContext context)
    {
        var reading = draft.Read(context);
        if (draft.IsReadBack && reading.Declaration is not null)
            return DeclareEnd.Send(turn, draft, context);
        if (reading.Missing.Count > 0)
            turn.Notify(Tone.Attention, "DeclareDialog.NotYet");
        return DeclareSteps.Again(turn, draft, context);
    }

    private static void AskToDrop(TurnContext turn, Draft draft)
    {
        turn.State = turn.State with { Draft = draft with { IsCancelling = true } };
        turn.Offer(
            turn.Words("DeclareDialog.ReallyDrop"),
            turn.Choice(draft, Verb.Drop, ChoiceStyle.Danger), turn.Choice(draft, Verb.Continue, ChoiceStyle.Primary), turn.Choice(draft, Verb.Later));
    }
}
