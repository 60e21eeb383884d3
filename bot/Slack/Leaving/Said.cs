using System.Text.Json;
using System.Text.Json.Serialization;
using ChatSupport.Bot.Dialogs;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Storage;
using NodaTime;

namespace ChatSupport.Bot.Slack.Leaving;

/// <summary>Replies on their way: a row of the outbox, rendered when it leaves.</summary>
/// <param name="To">A <see cref="SlackAddress"/>.</param>
/// <param name="Person">Whose cards they are drawn for; null for somebody whom the desk does not know.</param>
/// <param name="Under">The message under which it is said.</param>
internal sealed record Said(string To, string? Person, Tongue Tongue, string? Under, IReadOnlyList<Reply> Replies)
{
    public const string Notice = "slack-said";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The ticket whose card it is, when it is nothing but a card.</summary>
    [JsonIgnore]
    public string? Card => Replies is [Reply.Card { Reference: var reference }] ? reference : null;

    public OutboxRow ToRow(Instant at)
    {
        var address = SlackAddress.Parse(To)!;
        return new(
            address.Lane, Tray.Replies, nameof(Desk.People.Way.Slack), Person ?? To, TicketId: null, Notice, JsonSerializer.Serialize(this, Json),
            NotBefore: NodaConstants.UnixEpoch, CreatedAt: at);
    }

    public static Said Of(OutboxRow row) => JsonSerializer.Deserialize<Said>(row.Arguments, Json)!;
}
