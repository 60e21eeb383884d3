using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Contracts;
using NodaTime;

namespace ChatSupport.Desk.Tickets;

/// <summary>
/// The contract's clock of one ticket: from when it counts, until when an engineer must have answered, and whether one did.
/// A pure value: every change gives the next one.
/// </summary>
public sealed record ResponseClock
{
    public required Plan Plan { get; init; }

    public required Priority Priority { get; init; }

    /// <summary>When the complete declaration was received (D3).</summary>
    public required Instant ReceivedAt { get; init; }

    /// <summary>The first valid call; later ones never reset anything (E9).</summary>
    public Instant? CalledAt { get; init; }

    /// <summary>The carrier's name for that call; null when a person recorded it.</summary>
    public string? StartedBy { get; init; }

    /// <summary>How it stood before that call, should the call turn out to concern something else.</summary>
    public ResponseClock? BeforeCall { get; init; }

    /// <summary>What lowering a priority counts from again (D6).</summary>
    public Instant? OriginalStart { get; init; }

    /// <summary>From when <see cref="DueAt"/> is counted; null while a PREMIUM P1 waits for its call.</summary>
    public Instant? StartedAt { get; init; }

    /// <summary>An answer at this very instant is still in time (E29). Null for best effort, and before a PREMIUM P1's call.</summary>
    public Instant? DueAt { get; init; }

    /// <summary>The objective that a PREMIUM P1 gets without a call, so that it is never worse off than BUSINESS (D7).</summary>
    public Instant? SoftDueAt { get; init; }

    public ServiceHours Hours { get; init; }

    /// <summary>When the client had the first answer: the acknowledgement, or the closure of a ticket that never had one.</summary>
    public Instant? AnsweredAt { get; init; }

    public static ResponseClock Begin(Plan plan, Priority priority, Instant receivedAt) =>
        new ResponseClock { Plan = plan, Priority = priority, ReceivedAt = receivedAt }.CountedFrom(receivedAt);

    /// <summary>How it stands at <paramref name="asOf"/>.</summary>
    public Standing StandingAt(Instant asOf) => this switch
    {
        { DueAt: { } due } => (AnsweredAt ?? asOf) > due ? Standing.Missed : AnsweredAt is null ? Standing.Running : Standing.Met,
        { StartedAt: not null } => Standing.BestEffort,
        _ => AnsweredAt is null ? Standing.NotStarted : Standing.Met,
    };

    public ResponseClock Answered(Instant at) => AnsweredAt is null ? this with { AnsweredAt = at } : this;

    /// <summary>The client phoned at <paramref name="at"/>. Only a P1 has a clock that a call can start or bring forward (R32, D20).</summary>
    /// <param name="call">The carrier's name for the call; null when a person recorded it.</param>
    public ResponseClock Called(Instant at, string? call = null)
    {
        if (CalledAt is not null)
            return this;
        var called = this with { CalledAt = at, StartedBy = call, BeforeCall = call is null ? null : this };
        var tooLate = AnsweredAt < at || DueAt < at;
        if (Priority != Priority.P1 || tooLate)
            return called;
        return Plan switch
        {
            Plan.Premium => called.Sooner(called.CountedFrom(at)),
            Plan.Business when BusinessCalendar.French.IsOpen(at) => called.Sooner(called.CountedFrom(at)),
            _ => called,
        };
    }

    /// <summary>That call was not about this. What was answered or requalified since stands.</summary>
    public ResponseClock Withdrawn(string call) =>
        StartedBy == call && AnsweredAt is null && BeforeCall is { } before && before.Priority == Priority ? before : this;

    /// <summary>
    /// The priority changed at <paramref name="at"/> (D6). The verdict is frozen by then if an answer was given or the deadline has
    /// passed: lowering a missed P1 erases nothing.
    /// </summary>
    public ResponseClock Requalified(Priority priority, Instant at)
    {
        if (priority == Priority)
            return this;
        var requalified = this with { Priority = priority };
        if (AnsweredAt is not null || DueAt < at)
            return requalified;
        return priority.IsMoreUrgentThan(Priority)
            ? requalified.Sooner(requalified.IsWithoutCall ? requalified.CountedSoftlyFrom(at) : requalified.CountedFrom(at))
            : requalified.CountedFrom(OriginalStart ?? ReceivedAt) with { SoftDueAt = null };
    }

    private bool IsWithoutCall => Plan == Plan.Premium && Priority == Priority.P1 && CalledAt is null;

    private ResponseClock CountedFrom(Instant at)
    {
        if (IsWithoutCall)
            return this with { StartedAt = null, DueAt = null, SoftDueAt = InitialResponse.SoftObjective(at) };
        var commitment = InitialResponse.For(Plan, Priority);
        var hours = commitment?.Hours ?? ServiceHours.Business;
        var startedAt = hours.StartsAt(at);
        return this with
        {
            OriginalStart = OriginalStart ?? startedAt,
            StartedAt = startedAt,
            DueAt = commitment?.Deadline(at),
            Hours = hours,
        };
    }

    private ResponseClock CountedSoftlyFrom(Instant at)
    {
        var soft = InitialResponse.SoftObjective(at);
        return this with { StartedAt = BusinessCalendar.French.NextOpening(at), DueAt = soft, SoftDueAt = soft, Hours = ServiceHours.Business };
    }

    /// <summary>Whichever of the two ends first; a deadline never moves away from the client.</summary>
    private ResponseClock Sooner(ResponseClock other) => DueAt <= other.DueAt ? this with { SoftDueAt = other.SoftDueAt } : other;
}
