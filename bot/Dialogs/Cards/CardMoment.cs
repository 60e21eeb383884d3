using ChatSupport.Bot.Language;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Dialogs.Cards;

/// <summary>
/// How a ticket stands against its contract, in words that stay true while nobody draws the card again: they name a moment and never how
/// far away it is.
/// </summary>
internal static class CardMoment
{
    public static Sentence Of(Ticket ticket, Standing standing) => (standing, ticket.Clock) switch
    {
        (Standing.Running, { DueAt: { } due }) => Say("Due", due),
        (Standing.Met, { AnsweredAt: { } answered }) => Say("Met", answered),
        (Standing.Missed, { DueAt: { } due, AnsweredAt: null }) => Say("Overdue", due),
        (Standing.Missed, { DueAt: { } due }) => Say("Late", due),
        (Standing.NotStarted, { SoftDueAt: { } soft }) => Say("CallNeeded", soft),
        (Standing.NotEnforceable, _) => Say("NotEnforceable"),
        _ => Say("BestEffort"),
    };

    private static Sentence Say(string entry, params ReadOnlySpan<object?> with) => BotText.Say($"Cards.Line.{entry}", with);
}
