using System.Text.Json;

namespace ChatSupport.Tests.Driver;

/// <summary>A ticket as a stranger reads it from the API: plain strings and instants, none of the product's own types.</summary>
public sealed record TicketSeen(
    string Reference, string Kind, string Status, string Priority, string RequestedPriority, string SuggestedPriority, string? ProposedPriority,
    string Client, string Contact, string Door, string Title, string? ClientRef, string? FollowsUp, string? Assignee,
    DateTimeOffset DeclaredAt, DateTimeOffset? AcknowledgedAt, string? AcknowledgedBy, DateTimeOffset? ResolvedAt, DateTimeOffset? ClosedAt,
    string? Closure, int Version, ClockSeen Clock);

public sealed record ClockSeen(DateTimeOffset? StartedAt, DateTimeOffset? DueAt, DateTimeOffset? SoftDueAt, string Standing);

public sealed record HappeningSeen(int Seq, DateTimeOffset At, string By, string Door, string Type, bool Internal, JsonElement Detail);

public sealed record PageSeen<T>(IReadOnlyList<T> Items, string? Next);

public sealed record ProblemSeen(int Status, string Title, string Detail, Dictionary<string, string[]>? Errors);
