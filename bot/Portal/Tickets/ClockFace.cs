using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Tickets;
using NodaTime;

namespace ChatSupport.Bot.Portal.Tickets;

/// <summary>The contract's clock as a page shows it at an instant.</summary>
/// <param name="Left">How much of the initial response time is left, counted in the hours that the contract counts.</param>
/// <param name="RunsFor">How long it will run on from here before it stands still: until the deadline or the close of business.</param>
public sealed record ClockFace(Standing Standing, Instant? DueAt, Duration Left, Duration RunsFor)
{
    public static ClockFace Of(Ticket ticket, Instant now)
    {
        var standing = ticket.StandingAt(now);
        if (standing != Standing.Running || ticket.Clock is not { DueAt: { } due, Hours: var hours })
            return new ClockFace(standing, ticket.Clock.DueAt, Duration.Zero, Duration.Zero);
        var left = hours.Between(now, due);
        return new ClockFace(standing, due, left, Duration.Min(left, Runs(hours, now)));
    }

    /// <summary>Why the deadline is what it is, line by line.</summary>
    public static Explanation Explain(Ticket ticket)
    {
        var clock = ticket.Clock;
        if (clock.DueAt is not { } due)
            return clock.SoftDueAt is null ? Explanation.Of(ticket.Plan, ticket.Priority, clock.ReceivedAt) : Explanation.OfSoftObjective(clock.ReceivedAt);
        return new[] { clock.CalledAt, clock.ReceivedAt, clock.StartedAt }.OfType<Instant>()
            .Select(from => Explanation.Of(ticket.Plan, ticket.Priority, from))
            .FirstOrDefault(simple => simple.DueAt == due)
            // A change of priority has made it: what was counted is still counted day by day.
            ?? Explanation.Of(Explanation.RuleFor(ticket.Plan, ticket.Priority), clock.Hours, clock.StartedAt!.Value, due);
    }

    private static Duration Runs(ServiceHours hours, Instant now) =>
        hours == ServiceHours.RoundTheClock ? Duration.MaxValue
        : BusinessCalendar.French.HoursOn(Paris.DateOf(now)) is { } today && today.Contains(now) ? today.End - now
        : Duration.Zero;
}
