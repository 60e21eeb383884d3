using ChatSupport.Bot.Language;
using ChatSupport.Bot.Slack.Kit;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Slack.Cards;

/// <summary>
/// How a ticket stands against its contract, in a line that stays true while nobody renders it again: it names moments, each in its
/// reader's own time, and never how far away they are.
/// </summary>
internal static class DeadlineLine
{
    public static Marked Of(Ticket ticket, Standing standing, Tongue tongue)
    {
        var clock = ticket.Clock;
        return (standing, clock) switch
        {
            (Standing.Running, { DueAt: { } due }) => Line("Due", due),
            (Standing.Met, { AnsweredAt: { } answered }) => Line("Met", answered),
            (Standing.Missed, { DueAt: { } due, AnsweredAt: null }) => Line("Overdue", due),
            (Standing.Missed, { DueAt: { } due }) => Line("Late", due),
            (Standing.NotStarted, { SoftDueAt: { } soft }) => Line("CallNeeded", soft),
            (Standing.NotEnforceable, _) => Words("NotEnforceable"),
            _ => Words("BestEffort"),
        };

        Marked Line(string entry, NodaTime.Instant at) => Words(entry) + new Marked(" ") + Marked.At(at, tongue);

        Marked Words(string entry) => Marked.Bold(BotText.Say($"Slack.Deadline.{entry}").In(tongue));
    }
}
