using ChatSupport.Bot.Dialogs.Acting;
using ChatSupport.Bot.Dialogs.Commands;
using ChatSupport.Bot.Dialogs.Declaring;
using ChatSupport.Bot.Dialogs.Recognise;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Language;

namespace ChatSupport.Bot.Dialogs;

/// <summary>The way in and the way out: the menu, help, the language, and what to do with words that nobody understood.</summary>
internal static class MenuDialog
{
    public static async ValueTask Do(TurnContext turn, Request request)
    {
        switch (request.Verb)
        {
            case Verb.Help:
                turn.Say(turn.Words($"Dialogs.Help.{turn.Audience}"));
                break;
            case Verb.Language:
                turn.Offer(turn.Words("Dialogs.WhichLanguage"), turn.Choice(Verb.French), turn.Choice(Verb.English));
                break;
            case Verb.French or Verb.English:
                await turn.Speak(request.Verb == Verb.French ? Tongue.French : Tongue.English);
                turn.Notify(Tone.Good, "Dialogs.LanguageChosen");
                break;
            default:
                Show(turn);
                break;
        }

        DeclareDialog.Remind(turn);
    }

    public static void Show(TurnContext turn) =>
        turn.Offer(turn.Words(turn.Actor.IsContact ? "Dialogs.Menu" : "Dialogs.MenuOfDesk", turn.Who.Name.First), Entries(turn));

    /// <summary>An incident being told is declared at once; of anything else the person says what to do with it. It is never lost.</summary>
    public static async ValueTask NotUnderstood(TurnContext turn, Utterance said)
    {
        if (await DeclareDialog.BeginIfTold(turn, said))
            return;
        if (Hearing.NearMisses(said, turn.Audience) is { Count: > 0 } near)
        {
            DidYouMean(turn, said.Text, near);
            return;
        }

        if (!turn.Actor.IsContact || said.Words.IsEmpty)
        {
            turn.Offer(turn.Words("Dialogs.NotUnderstood"), Entries(turn));
            return;
        }

        turn.State = turn.State with { Kept = said.Text };
        var open = await TicketLists.OpenOf(turn, most: 3);
        turn.Offer(
            turn.Words("Dialogs.WhatToDoWith", Excerpt(said.Text)),
            [
                turn.Choice(DeclareDialog.WithKeptWords, ChoiceStyle.Primary),
                .. open.Select(ticket => new Choice(
                    new Request(Verb.Reply, ticket.Reference, ticket.Version, ActDialog.KeptWords).ToChoice(),
                    turn.Words("Dialogs.AddTo", ticket.Reference))),
                turn.Choice(Verb.Menu),
            ]);
    }

    /// <summary>A near miss: the likeliest commands as buttons, and the words kept in case they were meant otherwise.</summary>
    private static void DidYouMean(TurnContext turn, string text, IReadOnlyList<Request> requests)
    {
        turn.State = turn.State with { Kept = text };
        var guesses = requests.Select((request, rank) => turn.Choice(request, rank == 0 ? ChoiceStyle.Primary : ChoiceStyle.Plain));
        var declares = turn.Actor.IsContact && requests.All(request => request.Verb != Verb.Declare)
            ? new[] { turn.Choice(DeclareDialog.WithKeptWords) }
            : [];
        turn.Offer(turn.Words("Dialogs.DidYouMean"), guesses.Concat(declares).Append(turn.Choice(Verb.Menu)));
    }

    /// <summary>How a reply quotes what somebody wrote.</summary>
    public static string Excerpt(string text) => PlainText.Excerpt(PlainText.OnOneLine(text));

    private static IEnumerable<Choice> Entries(TurnContext turn) => turn.Audience switch
    {
        Audience.Contact =>
            [turn.Choice(Verb.Declare, ChoiceStyle.Primary), turn.Choice(Verb.Tickets), turn.Choice(Verb.Language), turn.Choice(Verb.Help)],
        Audience.Supervisor => [.. OfTheDesk(turn), turn.Choice(Verb.Disputes), turn.Choice(Verb.Breaches), turn.Choice(Verb.Help)],
        _ => [.. OfTheDesk(turn), turn.Choice(Verb.Help)],
    };

    private static IEnumerable<Choice> OfTheDesk(TurnContext turn) =>
        [turn.Choice(Verb.Queue, ChoiceStyle.Primary), turn.Choice(Verb.Mine), turn.Choice(Verb.Unacknowledged), turn.Choice(Verb.OnCall)];
}
