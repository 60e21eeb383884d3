using ChatSupport.Bot.Language;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Tickets;
using NodaTime;

namespace ChatSupport.Bot.Dialogs.Cards;

/// <summary>How a ticket stands against its contract, in one sentence.</summary>
internal static class CardDeadline
{
    /// <summary>Farther away than this, the date alone says more than the hours until then.</summary>
    private static readonly Duration Near = Duration.FromHours(24);

    /// <param name="phone">The number that clients call, if the desk has one.</param>
    public static Sentence Of(Ticket ticket, Actor reader, string? phone, Instant now)
    {
        var clock = ticket.Clock;
        return ticket.StandingAt(now) switch
        {
            Standing.NotStarted when !reader.IsContact => BotText.Say("Cards.WaitsForCall", clock.SoftDueAt),
            Standing.NotStarted when phone is null => BotText.Say("Cards.PleaseCall", clock.SoftDueAt),
            Standing.NotStarted => BotText.Say("Cards.PleaseCallNumber", phone, clock.SoftDueAt),
            Standing.Running => BotText.Say(clock.DueAt - now < Near ? "Cards.DueIn" : "Cards.Due", clock.DueAt, clock.DueAt - now),
            Standing.Met => BotText.Say("Cards.Met", clock.AnsweredAt),
            Standing.Missed when clock.AnsweredAt is { } answered => BotText.Say("Cards.AnsweredLate", answered, clock.DueAt),
            Standing.Missed => BotText.Say(now - clock.DueAt < Near ? "Cards.OverdueSince" : "Cards.Overdue", clock.DueAt, now - clock.DueAt),
            Standing.NotEnforceable => BotText.Say("Cards.NotEnforceable"),
            _ => BotText.Say("Cards.BestEffort"),
        };
    }
}
