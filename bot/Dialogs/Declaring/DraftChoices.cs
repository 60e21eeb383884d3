using ChatSupport.Bot.Dialogs.Commands;

namespace ChatSupport.Bot.Dialogs.Declaring;

/// <summary>The buttons of a declaration; each carries its number, so that it is never taken for another's.</summary>
internal static class DraftChoices
{
    public static Choice Choice(this TurnContext turn, Draft draft, Verb verb, ChoiceStyle style = ChoiceStyle.Plain) =>
        turn.Choice(new Request(verb, draft.Id), style);

    /// <param name="detail">What is chosen besides.</param>
    public static Choice ChoiceOf(this Draft draft, Verb verb, string detail, string label, ChoiceStyle style = ChoiceStyle.Plain) =>
        new(new Request(verb, draft.Id, Detail: detail).ToChoice(), label, style);
}
