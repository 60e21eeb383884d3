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

/// <summary>An answer over HTTP. Its text has ordinary spaces where French typography puts others.</summary>
public sealed record AnswerSeen(int Status, string Text, string? Type, IReadOnlyDictionary<string, string> Headers)
{
    public static async Task<AnswerSeen> Of(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        (await response.Content.ReadAsStringAsync()).Replace("\\u00A0", " ", StringComparison.Ordinal).Replace('\u00a0', ' '),
        response.Content.Headers.ContentType?.MediaType,
        response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));

    public JsonElement Json => JsonElement.Parse(Text);

    public ProblemSeen Problem => JsonSerializer.Deserialize<ProblemSeen>(Text, JsonSerializerOptions.Web)!;
}

public sealed record ClockNowSeen(DateTimeOffset Now, DateTimeOffset? NextDue);

public sealed record SentSeen(long Id, DateTimeOffset At, string Way, string To, string? Subject, string Text, string? Html, string? Ticket);
