using ChatSupport.Bot.Dialogs.Cards;
using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Dialogs.Declaring;

/// <summary>How a declaration ends: it becomes a ticket, or it is dropped; and what its old buttons are answered.</summary>
internal static class DeclareEnd
{
    public static async ValueTask Send(TurnContext turn, Draft draft, DeclarationContext context)
    {
        var soFar = draft.Read(context).SoFar;
        var answers = draft.Answers.Where(answer => DraftReading.Find(answer.Key)?.Applies(soFar) == true).ToDictionary(StringComparer.Ordinal);
        var answer = draft.Completes is { } begun
            ? await turn.Act(begun, new ConfirmModel(answers))
            : await turn.Visit.Declare(new Declare(turn.Actor.Client, turn.Who.Id, answers, draft.FollowsUp), turn.Actor, turn.Turn.Door);
        switch (answer)
        {
            case Answer.Accepted { Ticket: var ticket }:
                turn.State = turn.State.Ended(draft, ticket.Reference);
                turn.Show(ticket.Reference);
                turn.Say(draft.Completes is null ? string.Join('\n', WordsOn(turn, ticket)) : turn.Words("DeclareDialog.Completed", ticket.Reference));
                break;
            case Answer.Refused { Refusal: var no }:
                turn.Notify(Tone.Refusal, no.Why);
                await DeclareSteps.Proceed(turn, draft.Without(no.Fields.Keys), context);
                break;
        }
    }

    public static void Drop(TurnContext turn, Draft draft)
    {
        turn.State = turn.State.Ended(draft, null);
        turn.Notify(Tone.Good, "DeclareDialog.Dropped");
    }

    /// <summary>A button of a declaration that is over is answered with what became of it.</summary>
    public static void TellOf(TurnContext turn, int number)
    {
        if (turn.State.Endings.FirstOrDefault(ending => ending.Number == number) is { Reference: { } reference })
        {
            turn.Notify(Tone.Attention, "DeclareDialog.AlreadyDeclared", reference);
            turn.Show(reference);
            return;
        }

        turn.Notify(Tone.Attention, "DeclareDialog.Over");
        if (turn.State.Draft is null)
            MenuDialog.Show(turn);
        else
            DeclareDialog.Remind(turn);
    }

    /// <summary>Its reference, until when the first answer is due, and what happens next.</summary>
    private static IEnumerable<string> WordsOn(TurnContext turn, Ticket ticket)
    {
        yield return turn.Words("DeclareDialog.Declared", ticket.Reference);
        yield return turn.In(CardDeadline.Of(ticket, turn.Actor, turn.Directory.Places.Phone, turn.Now));
        if (ticket.Requested != ticket.Priority)
            yield return Desk.Language.DeskText.Say("Answers.PriorityCapped", ticket.Plan).In(turn.Tongue);
        else if (ticket.Suggested != ticket.Priority)
            yield return turn.Words("DeclareDialog.BothKept", ticket.Priority, ticket.Suggested);
        if (ticket.FollowsUp is { } before)
            yield return turn.Words("DeclareDialog.FollowsUp", before);
        yield return turn.Words("DeclareDialog.Next");
    }
}
