using ChatSupport.Bot.Dialogs.Commands;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Language;

namespace ChatSupport.Bot.Dialogs.Declaring;

/// <summary>The declaration as a form, filled in at once. A complete one is declared when it is sent (D3); sent twice it is declared once.</summary>
internal static class DeclareForm
{
    /// <summary>Hands out the form with what was said so far.</summary>
    public static ValueTask Open(TurnContext turn, Draft draft, DeclarationContext context)
    {
        turn.State = turn.State with { Draft = draft.Ask(draft.Asking), Kept = null };
        Hand(turn, draft, draft.Answers, new Dictionary<string, Sentence>(StringComparer.Ordinal), context);
        return default;
    }

    public static async ValueTask Take(TurnContext turn, string form, IReadOnlyDictionary<string, FieldAnswer> given)
    {
        if (!turn.Actor.IsContact || Request.OfChoice(form) is not { Verb: Verb.Form, Draft: var number })
        {
            turn.Notify(Tone.Attention, "Dialogs.UnknownButton");
            MenuDialog.Show(turn);
            return;
        }

        if (DeclareDialog.ContextOf(turn) is not { } told)
            return;
        // It asks for the time of Paris, wherever it is filled in.
        var context = told with { Zone = Paris.Zone };
        if (turn.State.Endings.FirstOrDefault(ending => ending.Number == number) is { Reference: not null } over)
            DeclareEnd.TellOf(turn, over.Number);
        else if (turn.State.Draft is { } draft && draft.Number == number)
            await Take(turn, draft, given, context);
        else
            HandAnew(turn, given, context);
    }

    private static async ValueTask Take(TurnContext turn, Draft draft, IReadOnlyDictionary<string, FieldAnswer> given, DeclarationContext context)
    {
        var answers = Merge(draft, given);
        var reading = IncidentForm.Form.Read(answers, context);
        draft = (draft with { Answers = reading.SoFar.Answers }).Ask(null);
        var errors = reading.Errors.ToDictionary(StringComparer.Ordinal);
        if (errors.Count == 0 && await SameReference(turn, draft, reading.SoFar) is var (known, sentence))
        {
            errors["clientRef"] = sentence;
            draft = draft with { NotThese = [.. draft.NotThese, known] };
        }

        if (errors.Count > 0)
        {
            turn.State = turn.State with { Draft = draft };
            Hand(turn, draft, answers, errors, context);
            return;
        }

        var alike = await AlreadyKnown.To(turn, draft, reading.SoFar);
        var published = await KnownIncidents.To(turn, draft, reading.SoFar, alike.Select(ticket => ticket.Id));
        await DeclareEnd.Send(turn, draft, context);
        foreach (var one in published)
            turn.Notify(Tone.Attention, KnownIncidents.Words(one));
        foreach (var ticket in alike)
            turn.Notify(Tone.Attention, AlreadyKnown.Words(ticket, reading.SoFar));
    }

    /// <summary>A form of a declaration that was dropped, or long ago: nothing typed is lost, and nothing is declared twice.</summary>
    private static void HandAnew(TurnContext turn, IReadOnlyDictionary<string, FieldAnswer> given, DeclarationContext context)
    {
        var draft = turn.State.Draft ?? DeclareDialog.NewDraft(turn, context);
        var answers = Merge(draft, given);
        var reading = IncidentForm.Form.Read(answers, context);
        draft = (draft with { Answers = reading.SoFar.Answers }).Ask(null);
        turn.State = turn.State with { Draft = draft };
        turn.Notify(Tone.Attention, "DeclareDialog.SendAgain");
        Hand(turn, draft, answers, reading.Errors, context);
    }

    /// <summary>The form's own fields only, storable; a blank one takes back what was said before.</summary>
    private static Dictionary<string, FieldAnswer> Merge(Draft draft, IReadOnlyDictionary<string, FieldAnswer> given)
    {
        var answers = draft.Answers.ToDictionary(StringComparer.Ordinal);
        foreach (var field in DraftReading.Fields)
        {
            if (!given.TryGetValue(field.Key, out var answer))
                continue;
            answers.Remove(field.Key);
            if (IsStorable(answer))
                answers[field.Key] = answer;
        }

        return answers;
    }

    private static bool IsStorable(FieldAnswer answer) => answer switch
    {
        FieldAnswer.One(var text) => PlainText.Clean(text) is { Length: > 0 },
        FieldAnswer.Many(var texts) => texts.All(text => PlainText.Clean(text) is not null),
        _ => false,
    };

    private static async ValueTask<(string Reference, Sentence Sentence)?> SameReference(TurnContext turn, Draft draft, Declaration declared) =>
        (await AlreadyKnown.To(turn, draft, declared)).FirstOrDefault(ticket => LookAlikes.HasSameReference(ticket, declared)) is { } known
            ? (known.Reference, Bot.Language.BotText.Say("DeclareDialog.SameReferenceInForm", known.Reference, declared.ClientRef))
            : null;

    private static void Hand(
        TurnContext turn, Draft draft, IReadOnlyDictionary<string, FieldAnswer> answers, IReadOnlyDictionary<string, Sentence> errors,
        DeclarationContext context)
    {
        var soFar = draft.Read(context).SoFar;
        turn.Hand(new Reply.Form(
            new Request(Verb.Form, draft.Id, Detail: draft.Completes).ToChoice(),
            draft.Completes is { } begun ? turn.Words("DeclareDialog.CompletionTitle", begun) : turn.Words("DeclareDialog.FormTitle"),
            [.. DraftReading.Fields.Where(field => field.Applies(soFar)).Select(field => new FormField(
                field.Key, field.Kind, field.Label.In(turn.Tongue), field.Help.In(turn.Tongue), field.IsMandatory(soFar, context), field.MaxLength,
                [.. field.ChoicesFor(context.Plan).Select(choice => new Choice(choice.Key, choice.Label.In(turn.Tongue)))]))],
            answers.ToDictionary(StringComparer.Ordinal),
            errors.ToDictionary(error => error.Key, error => error.Value.In(turn.Tongue), StringComparer.Ordinal)));
    }
}
