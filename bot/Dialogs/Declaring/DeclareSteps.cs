using ChatSupport.Bot.Dialogs.Recognise;
using ChatSupport.Desk.Declarations;

namespace ChatSupport.Bot.Dialogs.Declaring;

/// <summary>The steps of the waterfall: from one answer to whatever comes next.</summary>
internal static class DeclareSteps
{
    /// <summary>What is already known is shown first, then the next question is asked, and at last all of it is read back.</summary>
    public static async ValueTask Proceed(TurnContext turn, Draft draft, DeclarationContext context)
    {
        var reading = draft.Read(context);
        if (reading.Errors.Keys.Where(draft.Answers.ContainsKey).ToList() is { Count: > 0 } spoilt)
        {
            // They were good when they were given; the directory or the time has moved on since.
            foreach (var spoiltKey in spoilt)
                turn.Notify(Tone.Attention, reading.Errors[spoiltKey]);
            draft = draft.Without(spoilt);
            reading = draft.Read(context);
        }

        if (AlreadyKnown.KeyOf(reading.SoFar) is var key && (key != draft.Compared || reading.Missing.Count == 0))
        {
            draft = draft with { Compared = key };
            if (await AlreadyKnown.Ask(turn, draft, reading.SoFar))
                return;
        }

        if (reading.Missing is [var next, ..])
            Ask(turn, draft, draft.IsBare ? DraftReading.Find("description")! : next, reading, context);
        else
            Summarise(turn, draft, reading, context);
    }

    public static void Ask(TurnContext turn, Draft draft, Field field, DeclarationContext context) =>
        Ask(turn, draft, field, draft.Read(context), context);

    private static void Ask(TurnContext turn, Draft draft, Field field, DeclarationReading reading, DeclarationContext context)
    {
        turn.State = turn.State with { Draft = draft.Ask(field.Key), Kept = null };
        DeclarePrompt.Ask(turn, draft, field, reading, context);
    }

    private static void Summarise(TurnContext turn, Draft draft, DeclarationReading reading, DeclarationContext context)
    {
        turn.State = turn.State with { Draft = draft.Ask(null) with { IsReadBack = true }, Kept = null };
        DeclareSummary.Offer(turn, draft, reading, context);
    }

    public static async ValueTask Answer(TurnContext turn, Draft draft, Field field, string text, DeclarationContext context)
    {
        var said = Utterance.Of(text);
        var (answer, error, warning) = field.ReadAnswer(said, context);
        if (answer is null)
        {
            // A first message too short to describe anything still names the incident.
            var told = draft.IsBare ? Told(turn, draft, said, context) : draft;
            if (error is not null)
                turn.Notify(Tone.Attention, error);
            Ask(turn, told, field, context);
            return;
        }

        if (warning is not null)
            turn.Notify(Tone.Attention, warning);
        draft = draft.Answering(field.Key, answer);
        await Proceed(turn, field.Key is "title" or "description" ? Told(turn, draft, said, context) : draft, context);
    }

    /// <summary>What a message says besides is noted, and said back so that a wrong guess is seen at once.</summary>
    public static Draft Told(TurnContext turn, Draft draft, Utterance said, DeclarationContext context) =>
        Note(turn, draft, Facts.In(said, context));

    public static Draft Note(TurnContext turn, Draft draft, IReadOnlyDictionary<string, FieldAnswer> facts)
    {
        var noted = DraftReading.Fields
            .Where(field => facts.ContainsKey(field.Key) && !draft.Answers.ContainsKey(field.Key) && field.Key is not ("title" or "description"))
            .Select(field => turn.Words("DeclareDialog.Line", field.Label, AnswerWords.Of(field, facts[field.Key])))
            .ToList();
        if (noted.Count > 0)
            turn.Say(string.Join('\n', noted.Prepend(turn.Words("DeclareDialog.Noted"))));
        return draft.Knowing(facts);
    }

    public static async ValueTask Back(TurnContext turn, Draft draft, DeclarationContext context)
    {
        if (draft.Trail is not [.., var last] || DraftReading.Find(last) is not { } field)
        {
            turn.Notify(Tone.Attention, "DeclareDialog.NothingBefore");
            await Again(turn, draft, context);
            return;
        }

        Ask(turn, draft with { Trail = [.. draft.Trail.SkipLast(1)] }, field, context);
    }

    public static async ValueTask Skip(TurnContext turn, Draft draft, DeclarationContext context)
    {
        if (DraftReading.Find(draft.Asking) is { } field && field.IsMandatory(draft.Read(context).SoFar, context))
            turn.Notify(Tone.Attention, "DeclareDialog.Mandatory", field.Label);
        else
            draft = draft.Ask(null);
        await Again(turn, draft, context);
    }

    /// <summary>The question that stands, once more; or whatever comes next when none does.</summary>
    public static ValueTask Again(TurnContext turn, Draft draft, DeclarationContext context)
    {
        if (DraftReading.Find(draft.Asking) is not { } field)
            return Proceed(turn, draft, context);
        Ask(turn, draft, field, context);
        return default;
    }
}
