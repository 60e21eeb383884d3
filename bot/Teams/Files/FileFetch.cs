using System.Text.Json;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using NodaTime;

namespace ChatSupport.Bot.Teams.Files;

/// <summary>A file that came with a message and is still to be fetched: a row of the outbox.</summary>
/// <param name="Conversation">Where whoever sent it is told what became of it.</param>
/// <param name="Delivery">The message that it came with, and which of its files it is.</param>
internal sealed record FileFetch(string Conversation, string Reference, string Person, string Delivery, SharedFile File)
{
    public const string Notice = "TeamsFetch";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>What tells it from any other, however often it is tried.</summary>
    public DeliveryKey Key => new("teams:file", Delivery);

    public OutboxRow ToRow(Instant at) => new(
        $"{Way.Teams}:files:{Reference}", Urgent: false, nameof(Way.Teams), Person, TicketId: null, Notice, JsonSerializer.Serialize(this, Json),
        NotBefore: NodaConstants.UnixEpoch, CreatedAt: at);

    public static FileFetch Of(OutboxRow row) => JsonSerializer.Deserialize<FileFetch>(row.Arguments, Json)!;
}
