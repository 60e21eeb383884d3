using ChatSupport.Bot.Language;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Dialogs.Cards;

/// <summary>Why a ticket's deadline is what it is, line by line: the rule, the hours counted, the days skipped.</summary>
internal static class WhyDeadline
{
    public static IEnumerable<Sentence> Of(Ticket ticket)
    {
        var clock = ticket.Clock;
        if (clock is { DueAt: null, SoftDueAt: not null })
            return Explanation.OfSoftObjective(clock.ReceivedAt).Lines();
        if (clock is not { DueAt: { } due, StartedAt: { } started })
            return Explanation.Of(ticket.Plan, clock.Priority, clock.ReceivedAt).Lines();

        var usual = Explanation.Of(clock.Plan, clock.Priority, clock.CalledAt ?? clock.ReceivedAt);
        if (usual.DueAt != due && clock.CalledAt is not null)
            usual = Explanation.Of(clock.Plan, clock.Priority, clock.ReceivedAt);
        if (usual.DueAt == due)
            return usual.Lines();
        var rule = Explanation.RuleFor(clock.Plan, clock.Priority);
        return Explanation.Of(rule, clock.Hours, started, due).Lines().Prepend(BotText.Say("Cards.WhyChanged"));
    }
}
