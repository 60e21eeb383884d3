using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets.Paging;
using ChatSupport.Desk.Tickets.Publishing;
using NodaTime;

namespace ChatSupport.Desk.Tickets;

/// <summary>
/// Tickets and events as the store keeps them: compact JSON, instants and durations in milliseconds. The name of an event's type is
/// kept beside its data and must never change its meaning.
/// </summary>
public static class TicketJson
{
    private static readonly Dictionary<string, JsonTypeInfo> Events = new JsonTypeInfo[]
    {
        TicketJsonContext.Default.Declared, TicketJsonContext.Default.Called, TicketJsonContext.Default.Acknowledged,
        TicketJsonContext.Default.Answered, TicketJsonContext.Default.Replied, TicketJsonContext.Default.Noted,
        TicketJsonContext.Default.Attached,
        TicketJsonContext.Default.Assigned, TicketJsonContext.Default.Held, TicketJsonContext.Default.Resumed,
        TicketJsonContext.Default.PriorityProposed, TicketJsonContext.Default.PriorityDecided, TicketJsonContext.Default.Resolved,
        TicketJsonContext.Default.Contested, TicketJsonContext.Default.Closed, TicketJsonContext.Default.Warned,
        TicketJsonContext.Default.SoftTargetPassed, TicketJsonContext.Default.ResponseMissed, TicketJsonContext.Default.Reminded,
        TicketJsonContext.Default.Undelivered, TicketJsonContext.Default.Amended,
        TicketJsonContext.Default.CallSettled, TicketJsonContext.Default.CallWithdrawn, TicketJsonContext.Default.OnTheLine, TicketJsonContext.Default.TicketQuoted,
        TicketJsonContext.Default.VoicemailLeft, TicketJsonContext.Default.VoicemailErased, TicketJsonContext.Default.Transcribed, TicketJsonContext.Default.ModelConfirmed,
        TicketJsonContext.Default.PageSent, TicketJsonContext.Default.PageAnswered, TicketJsonContext.Default.PagingEnded,
        TicketJsonContext.Default.Published, TicketJsonContext.Default.Unpublished, TicketJsonContext.Default.Followed, TicketJsonContext.Default.Linked,
        TicketJsonContext.Default.Grouped, TicketJsonContext.Default.Unlinked,
    }.ToDictionary(info => info.Type.Name, StringComparer.Ordinal);

    public static string Write(Ticket ticket) => JsonSerializer.Serialize(ticket, TicketJsonContext.Default.Ticket);

    public static Ticket ReadTicket(string json) => JsonSerializer.Deserialize(json, TicketJsonContext.Default.Ticket)!;

    public static string TypeOf(TicketEvent what) => what.GetType().Name;

    public static string Write(TicketEvent what) => JsonSerializer.Serialize(what, Events[TypeOf(what)]);

    /// <exception cref="KeyNotFoundException">A newer program wrote an event that this one does not know.</exception>
    public static TicketEvent ReadEvent(string type, string json) => (TicketEvent)JsonSerializer.Deserialize(json, Events[type])!;
}

internal sealed class InstantAsMilliseconds : JsonConverter<Instant>
{
    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Instant.FromUnixTimeMilliseconds(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.ToUnixTimeMilliseconds());
}

internal sealed class DurationAsMilliseconds : JsonConverter<Duration>
{
    public override Duration Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Duration.FromMilliseconds(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, Duration value, JsonSerializerOptions options) =>
        writer.WriteNumberValue((long)value.TotalMilliseconds);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    Converters = [typeof(InstantAsMilliseconds), typeof(DurationAsMilliseconds), typeof(SeveralAsArray<string>), typeof(SeveralAsArray<EscalationWay>), typeof(SeveralAsArray<Follower>)])]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(EscalationWay[]))]
[JsonSerializable(typeof(Follower[]))]
[JsonSerializable(typeof(Ticket))]
[JsonSerializable(typeof(Declared))]
[JsonSerializable(typeof(Called))]
[JsonSerializable(typeof(Acknowledged))]
[JsonSerializable(typeof(Answered))]
[JsonSerializable(typeof(Replied))]
[JsonSerializable(typeof(Noted))]
[JsonSerializable(typeof(Attached))]
[JsonSerializable(typeof(Assigned))]
[JsonSerializable(typeof(Held))]
[JsonSerializable(typeof(Resumed))]
[JsonSerializable(typeof(PriorityProposed))]
[JsonSerializable(typeof(PriorityDecided))]
[JsonSerializable(typeof(Resolved))]
[JsonSerializable(typeof(Contested))]
[JsonSerializable(typeof(Closed))]
[JsonSerializable(typeof(Warned))]
[JsonSerializable(typeof(SoftTargetPassed))]
[JsonSerializable(typeof(ResponseMissed))]
[JsonSerializable(typeof(Reminded))]
[JsonSerializable(typeof(Undelivered))]
[JsonSerializable(typeof(Amended))]
[JsonSerializable(typeof(CallSettled))]
[JsonSerializable(typeof(CallWithdrawn))]
[JsonSerializable(typeof(OnTheLine))]
[JsonSerializable(typeof(TicketQuoted))]
[JsonSerializable(typeof(VoicemailLeft))]
[JsonSerializable(typeof(VoicemailErased))]
[JsonSerializable(typeof(Transcribed))]
[JsonSerializable(typeof(ModelConfirmed))]
[JsonSerializable(typeof(PageSent))]
[JsonSerializable(typeof(PageAnswered))]
[JsonSerializable(typeof(PagingEnded))]
[JsonSerializable(typeof(Published))]
[JsonSerializable(typeof(Unpublished))]
[JsonSerializable(typeof(Followed))]
[JsonSerializable(typeof(Linked))]
[JsonSerializable(typeof(Grouped))]
[JsonSerializable(typeof(Unlinked))]
internal sealed partial class TicketJsonContext : JsonSerializerContext;
