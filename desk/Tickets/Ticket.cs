using System.Globalization;
using System.Text.Json.Serialization;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Tickets.Paging;
using ChatSupport.Desk.Tickets.Publishing;
using NodaTime;

namespace ChatSupport.Desk.Tickets;

/// <summary>One ticket as it stands: an immutable value, folded from its events (<see cref="TicketFold"/>).</summary>
public sealed record Ticket
{
    /// <summary>Given by the store; 0 until then.</summary>
    [JsonIgnore]
    public long Id { get; init; }

    public required TicketKind Kind { get; init; }

    /// <summary>What people call it: <c>INC-000123</c>.</summary>
    public required string Reference { get; init; }

    public required string Client { get; init; }

    /// <summary>The offer in force at the declaration; it governs for good (D14).</summary>
    public required Plan Plan { get; init; }

    public required string Contact { get; init; }

    public required Door Door { get; init; }

    public required Declaration Declaration { get; init; }

    /// <summary>Whether the declaration model was filled in (R15); only phone and mail may start without it.</summary>
    public required bool IsConfirmedByModel { get; init; }

    public string? FollowsUp { get; init; }

    public required Status Status { get; init; }

    /// <summary>What the client asked for, kept for good.</summary>
    public required Priority Requested { get; init; }

    /// <summary>What the matrix says (table 2).</summary>
    public required Priority Suggested { get; init; }

    /// <summary>What is retained now.</summary>
    public required Priority Priority { get; init; }

    /// <summary>What an engineer proposed and nobody has decided yet (1.11.6).</summary>
    public Priority? Proposed { get; init; }

    /// <summary>A supervisor has decided the priority in last resort (R89).</summary>
    public bool IsPriorityFinal { get; init; }

    public required ResponseClock Clock { get; init; }

    public required Instant DeclaredAt { get; init; }

    public Instant? AcknowledgedAt { get; init; }

    public string? AcknowledgedBy { get; init; }

    public string? Assignee { get; init; }

    public Instant? HeldAt { get; init; }

    /// <summary>What is asked of the client while it is on hold.</summary>
    public string? Question { get; init; }

    /// <summary>Business time spent on hold so far; it is not handling time (R58, D5).</summary>
    public Duration OnHoldFor { get; init; }

    public Instant? ResolvedAt { get; init; }

    public Fix? Fix { get; init; }

    /// <summary>What the five business days before automatic closure count from: the resolution, or the last reply after it (D12, D13).</summary>
    public Instant? SilentSince { get; init; }

    /// <summary>A contact wrote after the resolution without confirming or contesting it (D13).</summary>
    public bool HasReplyToQualify { get; init; }

    public bool IsReminded { get; init; }

    public Instant? ClosedAt { get; init; }

    public Closure? Closure { get; init; }

    /// <summary>The highest warning given, in percent of the initial response time; 100 once missed.</summary>
    public int WarnedAt { get; init; }

    public bool IsSoftTargetPassed { get; init; }

    /// <summary>How many files were attached so far.</summary>
    public int Attachments { get; init; }

    /// <summary>Where the paging stands; null until the client has phoned.</summary>
    public Pager? Pager { get; init; }

    /// <summary>The latest call, while the caller may still say that it is about something else.</summary>
    public UnsettledCall? Unsettled { get; init; }

    /// <summary>What was told of it to all clients; null until a supervisor publishes it.</summary>
    public Publication? Publication { get; init; }

    /// <summary>The wave in which it was declared, by the reference of its first ticket: for the desk only.</summary>
    public string? Wave { get; init; }

    /// <summary>The title of the published incident that it follows; null when it follows none, or that is over.</summary>
    public string? Follows { get; init; }

    public required Instant UpdatedAt { get; init; }

    /// <summary>The sequence number of the last event.</summary>
    public required int Version { get; init; }

    /// <summary>Whether this call was the declaration: nobody had written anything before it (D8).</summary>
    public bool IsOpenedBy(string call) => Door == Door.Phone && Clock.StartedBy == call;

    /// <summary>Its wave's notice stands for it at the desk; once somebody has taken it, it has a card of its own.</summary>
    [JsonIgnore]
    public bool IsShownByItsWave => Wave is not null && Status == Status.Open;

    /// <summary>A priority was proposed and waits for a decision.</summary>
    public bool IsDisputed => Proposed is not null;

    /// <summary>What is published ends with the incident; null when it goes on, or there is nothing published.</summary>
    [JsonIgnore]
    public Unpublished? EndOfPublication => Publication is { IsOver: false, Title: var title } && Status is Status.Resolved or Status.Closed
        ? new Unpublished(title, Resolved: Closure is not (Tickets.Closure.OutOfScope or Tickets.Closure.Withdrawn))
        : null;

    public Standing StandingAt(Instant asOf) => Closure is not null && !IsConfirmedByModel
        ? Standing.NotEnforceable
        : Clock.StandingAt(asOf);

    /// <summary>The reference of the <paramref name="number"/>th ticket of a kind.</summary>
    public static string ReferenceOf(TicketKind kind, long number) => kind switch
    {
        TicketKind.Incident => string.Create(CultureInfo.InvariantCulture, $"INC-{number:000000}"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
