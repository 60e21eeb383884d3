using NodaTime;

namespace ChatSupport.Desk.Storage;

/// <param name="Delivery">The delivery id of the turn that this belongs to.</param>
/// <param name="Part">0 for what the person said, then the desk's replies in their order.</param>
/// <param name="Body">What was said, as JSON.</param>
public sealed record TranscriptRow(long Id, string Conversation, string Delivery, int Part, Instant At, string Body);

/// <summary>What was said in the portal's chat, kept as long as the conversation.</summary>
public static class TranscriptTable
{
    /// <summary>Writes one part of a turn. The same part written again changes nothing.</summary>
    public static ValueTask Write(this Session session, string conversation, string delivery, int part, Instant at, string body) =>
        session.Prepare(
                """
                INSERT INTO transcript (conversation, delivery, part, at, body) VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT (conversation, delivery, part) DO NOTHING
                """)
            .With(conversation, delivery, part, at, body)
            .Later();

    /// <summary>The end of a conversation, oldest first: at most <paramref name="limit"/> rows before <paramref name="before"/>.</summary>
    public static async ValueTask<List<TranscriptRow>> Transcript(this Reader reader, string conversation, int limit, long before = long.MaxValue)
    {
        var rows = await reader.Prepare(
                "SELECT id, conversation, delivery, part, at, body FROM transcript WHERE conversation = $1 AND id < $2 ORDER BY id DESC LIMIT $3")
            .With(conversation, before, limit)
            .All(row => new TranscriptRow(
                row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.Instant(4), row.GetString(5)));
        rows.Reverse();
        return rows;
    }
}
