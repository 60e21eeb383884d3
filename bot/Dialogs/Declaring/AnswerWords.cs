using ChatSupport.Bot.Language;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Language;
using NodaTime.Text;

namespace ChatSupport.Bot.Dialogs.Declaring;

/// <summary>How an answer is read back: the choice by its label, an instant as a moment, everything else as it was given.</summary>
internal static class AnswerWords
{
    public static Sentence Of(Field field, FieldAnswer answer) => answer switch
    {
        FieldAnswer.One(var text) => Of(field, text),
        FieldAnswer.Many(var texts) => BotText.Say("Cards.Value.Text", string.Join(", ", texts)),
        _ => BotText.Say("Cards.Value.Text", ""),
    };

    private static Sentence Of(Field field, string text)
    {
        // Every plan's choices: an answer is read back as it was given, whatever the plan allows.
        if (field.ChoicesFor(Plan.Premium).FirstOrDefault(choice => choice.Key == text) is { } known)
            return known.Label;
        return field.Kind == FieldKind.Instant && InstantPattern.ExtendedIso.Parse(text).TryGetValue(default, out var instant)
            ? BotText.Say("Cards.Value.Text", instant)
            : BotText.Say("Cards.Value.Text", text);
    }
}
