using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets.Paging;
using NodaTime;

namespace ChatSupport.Desk.Tickets;

/// <summary>
/// What will happen to a ticket by itself, and when: a function of the ticket, the contract and the calendar. There is no job store that
/// could drift from the truth.
/// </summary>
public static class Agenda
{
    private const int DaysToReminder = 3;
    private const int DaysToClosure = 5;

    /// <summary>The next thing to fall due, and the instant that it will carry; null when nothing will happen by itself.</summary>
    /// <param name="From">From when it may be decided: a deadline is missed only after its instant, not at it (E29).</param>
    public sealed record Item(Instant At, Instant From, TicketEvent What);

    /// <param name="asOf">A page goes out when it is decided, never back-dated: after an interruption the ladder goes on where it stood.</param>
    public static Item? Next(this Ticket ticket, Directory directory, Instant asOf) => Sooner(ticket.Settling(), ticket.Status switch
    {
        Status.Open => Sooner(ticket.NextBeforeAnswer(directory.Warnings), ticket.NextPage(directory, asOf)),
        Status.Resolved => ticket.NextBeforeClosure(),
        _ => null,
    });

    /// <summary>When a resolved ticket closes unless somebody speaks (D12); null while it is not resolved.</summary>
    public static Instant? ClosesAt(this Ticket ticket) =>
        ticket.SilentSince is { } since ? BusinessCalendar.French.CloseOfBusinessDay(since, DaysToClosure) : null;

    private static Item? Settling(this Ticket ticket) => ticket.Unsettled is { } call ? At(call.Until, call.Settled) : null;

    private static Item? NextBeforeAnswer(this Ticket ticket, IReadOnlyList<Warning> warnings)
    {
        var clock = ticket.Clock;
        if (clock is { StartedAt: { } start, DueAt: { } due })
        {
            foreach (var (percent, _) in warnings)
                if (percent < 100 && percent > ticket.WarnedAt)
                    return At(clock.Hours.Elapsed(start, due, percent), new Warned(percent));
            return ticket.WarnedAt < 100 ? new Item(due, due + Moment, new ResponseMissed()) : null;
        }
        return clock is { StartedAt: null, SoftDueAt: { } soft } && !ticket.IsSoftTargetPassed ? At(soft, new SoftTargetPassed()) : null;
    }

    private static Item? NextBeforeClosure(this Ticket ticket)
    {
        if (ticket.SilentSince is not { } since || ticket.ClosesAt() is not { } closes)
            return null;
        return ticket.IsReminded
            ? At(closes, new Closed(Closure.Silence, null))
            : At(BusinessCalendar.French.OpenOfBusinessDay(since, DaysToReminder), new Reminded(closes));
    }

    private static Item? Sooner(Item? one, Item? other) => other is null || one?.At <= other.At ? one : other;

    /// <summary>The desk counts in milliseconds.</summary>
    private static Duration Moment => Duration.FromMilliseconds(1);

    private static Item At(Instant at, TicketEvent what) => new(at, at, what);
}
