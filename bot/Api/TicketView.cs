using System.Text.Json;
using System.Text.Json.Serialization;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Tickets;
using NodaTime;

namespace ChatSupport.Bot.Api;

/// <summary>A ticket as the API shows it. Instants are ISO 8601 with the offset of Paris.</summary>
public sealed record TicketView(
    string Reference, TicketKind Kind, Status Status, Priority Priority, Priority RequestedPriority, Priority SuggestedPriority,
    Priority? ProposedPriority, string Client, Plan Plan, string Contact, Door Door, string Title, string? ClientRef, string? FollowsUp,
    string? Assignee, Instant DeclaredAt, Instant? AcknowledgedAt, string? AcknowledgedBy, Instant? ResolvedAt, Fix? Fix,
    Instant? ClosedAt, Closure? Closure, Instant UpdatedAt, int Version, ClockView Clock, Declaration Declaration)
{
    public static TicketView Of(Ticket ticket, Instant asOf) => new(
        ticket.Reference, ticket.Kind, ticket.Status, ticket.Priority, ticket.Requested, ticket.Suggested, ticket.Proposed,
        ticket.Client, ticket.Plan, ticket.Contact, ticket.Door, ticket.Declaration.Title, ticket.Declaration.ClientRef, ticket.FollowsUp,
        ticket.Assignee, ticket.DeclaredAt, ticket.AcknowledgedAt, ticket.AcknowledgedBy, ticket.ResolvedAt, ticket.Fix,
        ticket.ClosedAt, ticket.Closure, ticket.UpdatedAt, ticket.Version, ClockView.Of(ticket, asOf), ticket.Declaration);
}

/// <summary>How the ticket stands against its contract at the moment of the answer.</summary>
public sealed record ClockView(Instant? StartedAt, Instant? DueAt, Instant? SoftDueAt, Standing Standing)
{
    public static ClockView Of(Ticket ticket, Instant asOf) =>
        new(ticket.Clock.StartedAt, ticket.Clock.DueAt, ticket.Clock.SoftDueAt, ticket.StandingAt(asOf));
}

/// <summary>One entry of a timeline.</summary>
/// <param name="Detail">What is particular to this type of event.</param>
public sealed record HappeningView(int Seq, Instant At, string By, Door Door, string Type, bool Internal, JsonElement Detail)
{
    public static HappeningView Of(Happening happening) => new(
        happening.Seq, happening.At, happening.By, happening.Door, JsonNamingPolicy.CamelCase.ConvertName(TicketJson.TypeOf(happening.What)),
        happening.What.IsInternal, JsonSerializer.SerializeToElement<object>(happening.What, ApiJson.Details));
}

public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

internal sealed class InstantAsIso : JsonConverter<Instant>
{
    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Instant.FromDateTimeOffset(reader.GetDateTimeOffset());

    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
        writer.WriteStringValue(IsoTime.Write(value));
}
