using System.Text.Json;
using System.Text.Json.Serialization;
using ChatSupport.Bot.Dialogs;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Storage;
using NodaTime;

namespace ChatSupport.Bot.Teams.Leaving;

/// <summary>One message on its way: a row of the outbox, rendered when it leaves.</summary>
/// <param name="To">A <see cref="TeamsAddress"/>.</param>
/// <param name="Person">Whose cards they are drawn for; null for somebody whom the desk does not know.</param>
internal sealed record Said(string To, string? Person, Tongue Tongue, IReadOnlyList<Reply> Replies)
{
    public const string Notice = "TeamsSaid";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Replies as messages: a ticket's card is one of its own, since it will be changed; what is said between is one.</summary>
    public static IEnumerable<Said> Messages(TeamsAddress to, string? person, Tongue tongue, IEnumerable<Reply> replies)
    {
        var between = new List<Reply>();
        foreach (var reply in replies)
        {
            if (reply is not (Reply.Card or Reply.Form))
            {
                between.Add(reply);
                continue;
            }
            if (between.Count > 0)
                yield return new Said(to.ToString(), person, tongue, [.. between]);
            between.Clear();
            yield return new Said(to.ToString(), person, tongue, [reply]);
        }
        if (between.Count > 0)
            yield return new Said(to.ToString(), person, tongue, between);
    }

    public OutboxRow ToRow(Instant at) => new(
        TeamsAddress.Parse(To)!.Lane, Tray.Replies, nameof(Desk.People.Way.Teams), Person ?? To, TicketId: null, Notice, JsonSerializer.Serialize(this, Json),
        NotBefore: NodaConstants.UnixEpoch, CreatedAt: at);

    public static Said Of(OutboxRow row) => JsonSerializer.Deserialize<Said>(row.Arguments, Json)!;
}
