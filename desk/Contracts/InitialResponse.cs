using NodaTime;

namespace ChatSupport.Desk.Contracts;

/// <summary>How soon the desk owes its first answer (GTI, R29), and which hours count.</summary>
public readonly record struct Commitment(Duration Response, ServiceHours Hours)
{
    /// <summary>When the contractual clock starts for a declaration, or a call, at this instant.</summary>
    public Instant StartsAt(Instant from) => Hours.StartsAt(from);

    /// <summary>The last instant at which an answer is in time (E29).</summary>
    public Instant Deadline(Instant from) => Hours.Add(from, Response);
}

/// <summary>The table of initial response times (R30 to R41). For a PREMIUM P1, <c>from</c> is the client's call (R32).</summary>
public static class InitialResponse
{
    // D1: a business day is ten business hours, wherever it starts.
    private static readonly Duration BusinessDay = Duration.FromHours(10);

    /// <summary>What the plan commits to; null is best effort. A priority that the plan does not have is capped (E1).</summary>
    public static Commitment? For(Plan plan, Priority priority) => (plan, priority.CappedBy(plan)) switch
    {
        (Plan.Premium, Priority.P1) => new(Duration.FromHours(1), ServiceHours.RoundTheClock),
        (Plan.Premium, Priority.P2) => new(BusinessDay, ServiceHours.Business),
        (Plan.Business, Priority.P1) => new(Duration.FromHours(4), ServiceHours.Business),
        (Plan.Business, Priority.P2) => new(BusinessDay, ServiceHours.Business),
        (Plan.Developpeur, Priority.P2) => new(BusinessDay * 2, ServiceHours.Business),
        _ => null,
    };

    /// <summary>When the contractual clock starts; null is best effort, which has none.</summary>
    public static Instant? StartsAt(Plan plan, Priority priority, Instant from) => For(plan, priority)?.StartsAt(from);

    /// <summary>When the first answer is due; null is best effort, which has no deadline.</summary>
    public static Instant? Deadline(Plan plan, Priority priority, Instant from) => For(plan, priority)?.Deadline(from);

    /// <summary>What the desk aims at for a PREMIUM P1 that nobody has called about: never worse than BUSINESS (D7).</summary>
    public static Instant SoftObjective(Instant declared) => For(Plan.Business, Priority.P1)!.Value.Deadline(declared);
}
