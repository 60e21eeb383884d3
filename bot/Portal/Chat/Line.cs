using System.Text.Json;
using System.Text.Json.Serialization;
using ChatSupport.Bot.Dialogs;
using ChatSupport.Desk.Storage;
using NodaTime;

namespace ChatSupport.Bot.Portal.Chat;

/// <summary>One line of a transcript: what the person said, or what the desk replied.</summary>
/// <param name="IsLatest">It belongs to the latest turn: what it offers can still be chosen.</param>
public sealed record Line(long Id, Instant At, string? Said, Reply? Reply, bool IsLatest)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Body(string said) => JsonSerializer.Serialize(new Kept(said, null), Json);

    public static string Body(Reply reply) => JsonSerializer.Serialize(new Kept(null, reply), Json);

    public static IReadOnlyList<Line> Of(IReadOnlyList<TranscriptRow> rows) => [.. rows.Select(row => Of(row, rows[^1].Delivery))];

    private static Line Of(TranscriptRow row, string latest)
    {
        var kept = JsonSerializer.Deserialize<Kept>(row.Body, Json)!;
        return new Line(row.Id, row.At, kept.Said, kept.Reply, row.Delivery == latest);
    }

    private sealed record Kept(string? Said, Reply? Reply);
}
