using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.People;
using NodaTime;

namespace ChatSupport.Desk.Tickets.Paging;

/// <summary>
/// Who is woken next, and when: a function of the ticket, its page events, the directory and the time. Time alone advances it, and what
/// the phones report only hastens it: the next attempt within a level, and the next level when an engineer passes it on. A level is
/// given its whole wait, and a round never begins before it would have by time alone, so that a night of dead phones does not use up
/// the ladder in minutes.
/// </summary>
public static class Ladder
{
    /// <summary>A P1 about which the client has phoned, until someone takes it.</summary>
    public static bool IsPaged(this Ticket ticket) =>
        ticket is { Status: Status.Open, Priority: Priority.P1, Pager: not null };

    /// <summary>The next page; null when nobody is to be woken any more.</summary>
    /// <param name="asOf">A page goes out when it is decided, never back-dated: after an interruption the ladder goes on where it stood.</param>
    internal static Agenda.Item? NextPage(this Ticket ticket, Directory directory, Instant asOf)
    {
        if (!ticket.IsPaged() || ticket.Pager is not { HasEnded: false } pager)
            return null;
        var next = Rung.At(directory.Ladder, pager.Next);
        var due = Due(pager, next, directory.Ladder, HoursOf(ticket));
        var at = Instant.Max(due, asOf);
        return new Agenda.Item(at, due, next is null ? new PagingEnded(pager.Round) : PageOf(next, directory, at));
    }

    /// <summary>What an answer to the last page leads on to.</summary>
    internal static int NextLevel(Pager pager, EscalationLadder ladder) =>
        pager.Last is { } last && Rung.At(ladder, last) is { } rung ? rung.NextLevel : pager.Next;

    private static PageSent PageOf(Rung rung, Directory directory, Instant at) => new(
        rung.Step, rung.Round, rung.InLevel + 1, rung.Level.To, [.. Targets(rung.Level.To, directory, at).Select(engineer => engineer.Id)], [.. rung.By]);

    private static Instant Due(Pager pager, Rung? next, EscalationLadder ladder, ServiceHours hours)
    {
        if (pager is not { Last: { } last, LevelAt: { } levelAt, RoundAt: { } roundAt })
            return hours.StartsAt(pager.From);
        if (next is { IsFirstOfLevel: false })
            return Hastened(hours.Add(levelAt, next.After));
        var levelEnds = Rung.At(ladder, last) is { } before ? hours.Add(levelAt, before.Level.Wait) : levelAt;
        var due = pager.IsPassedOn ? Hastened(levelEnds) : levelEnds;
        return next is { IsFirstOfRound: false } ? due : Instant.Max(due, hours.Add(roundAt, RoundOf(ladder)));

        Instant Hastened(Instant byTime) => pager.SpentAt is { } spent ? Instant.Min(byTime, hours.StartsAt(spent)) : byTime;
    }

    /// <summary>The night belongs to PREMIUM (R61); for the others the ladder stands still until the desk opens.</summary>
    private static ServiceHours HoursOf(Ticket ticket) => ticket.Plan == Plan.Premium ? ServiceHours.RoundTheClock : ServiceHours.Business;

    private static Duration RoundOf(EscalationLadder ladder) =>
        ladder.Levels.Aggregate(Duration.Zero, (round, level) => round + level.Wait);

    private static IReadOnlyList<Engineer> Targets(EscalationTarget target, Directory directory, Instant at) => target switch
    {
        EscalationTarget.OnCall => [directory.Rota.OnCall(at)],
        EscalationTarget.NextOnCall => [directory.Rota.NextOnCall(at)],
        _ => directory.Supervisors,
    };
}
