using ChatSupport.Bot.Dialogs.Commands;
using ChatSupport.Bot.Dialogs.Recognise;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Tickets;
using NodaTime;

namespace ChatSupport.Bot.Dialogs.Declaring;

/// <summary>
/// Declaring an incident in a conversation, whole or question by question. What was said is not asked again; one can go back, correct,
/// stop, and come back tomorrow.
/// </summary>
internal static class DeclareDialog
{
    /// <summary>Who says something after so long may have something else in mind.</summary>
    private static readonly Duration Away = Duration.FromHours(4);

    /// <summary>A closed ticket tells where its continuation happens.</summary>
    private static readonly string[] Inherited = ["service", "region", "tenantId", "environment"];

    /// <summary>Declares with the words that were not understood.</summary>
    public static Request WithKeptWords { get; } = new(Verb.Declare, Detail: "kept");

    /// <summary>Takes words for the declaration under way; false when there is none, or when they are for somebody else.</summary>
    public static async ValueTask<bool> Hear(TurnContext turn, Utterance said, Heard heard)
    {
        if (turn.State.Draft is not { } draft || heard is Heard.Command { IsPlain: true, Request.Subject: not null })
            return false;
        if (ContextOf(turn) is not { } context)
            return true;

        var command = heard is Heard.Command { IsPlain: true, Request: var plain } ? plain.Verb : (Verb?)null;
        if (draft.IsPaused || turn.Now - turn.LastMoved > Away)
        {
            if (command is not null)
            {
                if (command is not (>= Verb.Yes and <= Verb.Send or Verb.Declare))
                    return false;
                await DoInDraft(turn, draft, new Request(command.Value), context);
            }
            else
            {
                AskToContinue(turn, draft, said.Text);
            }

            return true;
        }

        return await DeclareHearing.Hear(turn, draft, said, heard, context);
    }

    public static async ValueTask Do(TurnContext turn, Request request)
    {
        if (ContextOf(turn) is not { } context)
            return;

        if (request.Draft is { } number && number != turn.State.Draft?.Number)
            DeclareEnd.TellOf(turn, number);
        else if (request.Verb is Verb.Follow or Verb.Complete && turn.State.Draft is { IsBare: false } under && (request.Ticket ?? turn.State.Topic) != under.Completes)
            AskToContinue(turn, under, "");
        else if (request.Verb == Verb.Follow)
            await Follow(turn, request, context);
        else if (request.Verb == Verb.Complete)
            await Complete(turn, request, context);
        else if (turn.State.Draft is { } draft)
            await DoInDraft(turn, draft, request.Detail == WithKeptWords.Detail ? request with { Text = turn.State.Kept ?? "" } : request, context);
        else if (request.Verb is Verb.Declare or Verb.Form)
            await Begin(turn, request, context);
        else
            turn.Offer(turn.Words("DeclareDialog.NothingUnderWay"), turn.Choice(Verb.Declare, ChoiceStyle.Primary), turn.Choice(Verb.Menu));
    }

    /// <summary>Begins a declaration when the words tell an incident; false when they do not, or when this person declares nothing.</summary>
    public static async ValueTask<bool> BeginIfTold(TurnContext turn, Utterance said)
    {
        if (!turn.Actor.IsContact || ClientContext(turn) is not { } context || Facts.In(said, context) is var facts && !Facts.SoundLikeAnIncident(facts))
            return false;
        await DeclareSteps.Proceed(turn, DeclareSteps.Note(turn, NewDraft(turn, context), facts), context);
        return true;
    }

    public static void OfferToFollow(TurnContext turn, Ticket closed, string words)
    {
        turn.State = turn.State with { Kept = words.Length > 0 ? words : turn.State.Kept };
        turn.Offer(
            turn.Words("DeclareDialog.FollowIt", closed.Reference),
            turn.Choice(new Request(Verb.Follow, closed.Reference), ChoiceStyle.Primary), turn.Choice(Verb.Menu));
    }

    /// <summary>After something else in between, the declaration is still there.</summary>
    public static void Remind(TurnContext turn)
    {
        if (turn.State is { Waiting: null, Draft: { IsPaused: false } draft })
            turn.Offer(turn.Words("DeclareDialog.StillDeclaring", NameOf(turn, draft)), turn.Choice(draft, Verb.Continue, ChoiceStyle.Primary));
    }

    /// <summary>What the form needs to know of the speaker's company; null, and said why, when it has no support offer (E24).</summary>
    public static DeclarationContext? ContextOf(TurnContext turn)
    {
        if (ClientContext(turn) is { } context)
            return context;
        turn.State = turn.State with { Draft = null };
        turn.Notify(Tone.Refusal, DeskText.Say("Refusals.NoOffer", turn.Directory.Client(turn.Actor.Client ?? "")?.Name ?? turn.Actor.Client));
        return null;
    }

    /// <summary>A new draft, with what need not be asked: the only tenant of a client.</summary>
    public static Draft NewDraft(TurnContext turn, DeclarationContext context) => new Draft { Number = turn.Number }.Knowing(
        context.Tenants.Where(_ => context.Tenants.Count == 1).ToDictionary(_ => "tenantId", FieldAnswer.Of, StringComparer.Ordinal));

    public static ValueTask Begin(TurnContext turn, Request request, DeclarationContext context)
    {
        var text = request.Detail == WithKeptWords.Detail ? turn.State.Kept ?? "" : request.Text;
        var draft = NewDraft(turn, context);
        if (request.Verb == Verb.Form)
            return DeclareForm.Open(turn, draft, context);
        return Tell(turn, draft, text, context);
    }

    private static ValueTask Tell(TurnContext turn, Draft draft, string text, DeclarationContext context) =>
        DeclareSteps.Proceed(turn, text.Length > 0 ? DeclareSteps.Told(turn, draft, Utterance.Of(text), context) : draft, context);

    private static async ValueTask Follow(TurnContext turn, Request request, DeclarationContext context)
    {
        if (await Acting.TicketDialog.Named(turn, request) is not { } closed)
            return;
        if (closed.Status != Status.Closed)
        {
            turn.Notify(Tone.Attention, "DeclareDialog.NotClosed", closed.Reference);
            turn.Show(closed.Reference);
            return;
        }

        var inherited = closed.Declaration.Answers.Where(answer => Inherited.Contains(answer.Key)).ToDictionary(StringComparer.Ordinal);
        turn.Say(turn.Words("DeclareDialog.Follows", closed.Reference));
        await Tell(turn, (NewDraft(turn, context) with { FollowsUp = closed.Reference }).Knowing(inherited), turn.State.Kept ?? "", context);
    }

    /// <summary>What began by phone is completed with what it still misses; what the call established is not asked again, but for a title of their own.</summary>
    private static async ValueTask Complete(TurnContext turn, Request request, DeclarationContext context)
    {
        if (await Acting.TicketDialog.Named(turn, request) is not { } begun)
            return;
        if (begun.IsConfirmedByModel || begun.Status == Status.Closed)
        {
            turn.Notify(Tone.Attention, "DeclareDialog.NothingToComplete", begun.Reference);
            turn.Show(begun.Reference);
            return;
        }

        turn.Say(turn.Words("DeclareDialog.Completes", begun.Reference));
        var draft = turn.State.Draft is { } under && under.Completes == begun.Reference
            ? under
            : (NewDraft(turn, context) with { Completes = begun.Reference, NotThese = [begun.Reference] }).Knowing(DraftReading.Begun(begun.Declaration));
        await (turn.Turn.PrefersForms ? DeclareForm.Open(turn, draft, context) : DeclareSteps.Proceed(turn, draft, context));
    }

    private static ValueTask DoInDraft(TurnContext turn, Draft draft, Request request, DeclarationContext context)
    {
        switch (request.Verb)
        {
            case Verb.Declare:
                AskToContinue(turn, draft, request.Text);
                return default;
            case Verb.StartOver:
                var kept = turn.State.Kept ?? "";
                turn.State = turn.State.Ended(draft, null);
                return Tell(turn, NewDraft(turn, context), kept, context);
            default:
                return DeclareCommands.Do(turn, draft, request, context);
        }
    }

    private static void AskToContinue(TurnContext turn, Draft draft, string text)
    {
        turn.State = turn.State with { Draft = draft with { IsPaused = true }, Kept = text.Length > 0 ? text : null };
        turn.Offer(
            turn.Words("DeclareDialog.WereDeclaring", NameOf(turn, draft), turn.LastMoved),
            turn.Choice(draft, Verb.Continue, ChoiceStyle.Primary), turn.Choice(draft, Verb.StartOver), turn.Choice(draft, Verb.Drop, ChoiceStyle.Danger));
    }

    private static string NameOf(TurnContext turn, Draft draft) =>
        draft.Title is { } title ? turn.Words("DeclareDialog.Named", title) : turn.Words("DeclareDialog.Unnamed");

    private static DeclarationContext? ClientContext(TurnContext turn) =>
        turn.Actor.Client is { } id && turn.Directory.Client(id) is { Plan: { } plan } client
            ? new DeclarationContext(plan, client.Tenants, turn.Now) { Zone = turn.Own.Zone }
            : null;
}
