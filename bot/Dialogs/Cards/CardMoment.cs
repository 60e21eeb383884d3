using ChatSupport.Bot.Language;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Tickets;
using NodaTime;

namespace ChatSupport.Bot.Dialogs.Cards;

/// <summary>
/// How a ticket stands against its contract, in words that stay true while nobody draws the card again: they name a moment, which a chat
/// shows by each reader's own clock, and never how far away it is.
/// </summary>
internal static class CardMoment
{
    public static (Sentence Words, Instant? At) Of(Ticket ticket, Standing standing) => (standing, ticket.Clock) switch
    {
        (Standing.Running, { DueAt: { } due }) => (Say("Due"), due),
        (Standing.Met, { AnsweredAt: { } answered }) => (Say("Met"), answered),
        (Standing.Missed, { DueAt: { } due, AnsweredAt: null }) => (Say("Overdue"), due),
        (Standing.Missed, { DueAt: { } due }) => (Say("Late"), due),
        (Standing.NotStarted, { SoftDueAt: { } soft }) => (Say("CallNeeded"), soft),
        (Standing.NotEnforceable, _) => (Say("NotEnforceable"), null),
        _ => (Say("BestEffort"), null),
    };

    private static Sentence Say(string entry) => BotText.Say($"Cards.Line.{entry}");
}
