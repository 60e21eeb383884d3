using System.Text.Json;
using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Following;
using ChatSupport.Bot.Slack.Leaving;
using ChatSupport.Bot.Slack.Wire;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using NodaTime;

namespace ChatSupport.Bot.Slack.Files;

/// <summary>A file that came with a comment and is still to be fetched: a row of the outbox, committed with the comment.</summary>
/// <param name="User">Who sent it, as Slack knows them.</param>
/// <param name="Thread">Under which it was sent.</param>
/// <param name="Message">The one that it came with.</param>
internal sealed record FileFetch(
    string Team, string Reference, string Person, string User, string Conversation, string Thread, string Message, SharedFile File) : ISentFile
{
    public const string Notice = "slack-fetch";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public Door Door => Door.Slack;

    public DeliveryKey Key => new("slack:file", $"{Conversation}:{Message}:{File.Id}");

    public OutboxRow Saying(Reply words, Tongue tongue, Instant at) =>
        new Said(new SlackAddress(Team, Conversation, User, IsPrivate: true).ToString(), Person, tongue, Thread, [words]).ToRow(at);

    public OutboxRow ToRow(Instant at) => new(
        $"{Way.Slack}:files:{Reference}", Tray.Rest, nameof(Way.Slack), Person, TicketId: null, Notice, JsonSerializer.Serialize(this, Json),
        NotBefore: NodaConstants.UnixEpoch, CreatedAt: at);

    public static FileFetch Of(OutboxRow row) => JsonSerializer.Deserialize<FileFetch>(row.Arguments, Json)!;
}
