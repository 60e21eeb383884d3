using System.Text.Json;
using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Following;
using ChatSupport.Bot.Teams.Leaving;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using NodaTime;

namespace ChatSupport.Bot.Teams.Files;

/// <summary>A file that came with a message and is still to be fetched: a row of the outbox.</summary>
/// <param name="Conversation">Where whoever sent it is told what became of it.</param>
/// <param name="Delivery">The message that it came with, and which of its files it is.</param>
internal sealed record FileFetch(string Conversation, string Reference, string Person, string Delivery, SharedFile File) : ISentFile
{
    public const string Notice = "TeamsFetch";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public Door Door => Door.Teams;

    public DeliveryKey Key => new("teams:file", Delivery);

    public OutboxRow Saying(Reply words, Tongue tongue, Instant at) => new Said(Conversation, Person, tongue, [words]).ToRow(at);

    public OutboxRow ToRow(Instant at) => new(
        $"{Way.Teams}:files:{Reference}", Tray.Rest, nameof(Way.Teams), Person, TicketId: null, Notice, JsonSerializer.Serialize(this, Json),
        NotBefore: NodaConstants.UnixEpoch, CreatedAt: at);

    public static FileFetch Of(OutboxRow row) => JsonSerializer.Deserialize<FileFetch>(row.Arguments, Json)!;
}
