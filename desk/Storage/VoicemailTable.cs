using System.Data.Common;
using NodaTime;

namespace ChatSupport.Desk.Storage;

/// <summary>A message that a caller left.</summary>
/// <param name="Id">The carrier's name for the recording.</param>
/// <param name="Number">The caller's, E.164; empty when it was withheld.</param>
/// <param name="Ticket">The reference of its ticket; null while nobody has said whose it is (E13).</param>
/// <param name="HandledBy">The engineer who took it on, or attached it.</param>
/// <param name="PagedAt">When somebody was called about it.</param>
/// <param name="Size">In bytes, once the sound is kept here; null until then, 0 when it was lost.</param>
/// <param name="Heard">What a machine understood.</param>
/// <param name="DismissedAt">When an engineer said that nothing comes of it.</param>
/// <param name="ErasedAt">When the sound was erased, its time being over.</param>
public sealed record VoicemailRow(
    string Id, string Call, string Number, Instant LeftAt, int Seconds, string? Ticket = null, string? HandledBy = null,
    Instant? HandledAt = null, Instant? PagedAt = null, long? Size = null, string? Sha256 = null, string? Heard = null,
    Instant? DismissedAt = null, Instant? ErasedAt = null);

/// <summary>The messages that callers left.</summary>
public static class VoicemailTable
{
    private const string Columns = "id, call, number, left_at, seconds, ticket, handled_by, handled_at, paged_at, size, sha256, heard, dismissed_at, erased_at";

    /// <returns>False when the message was known already; nothing was changed.</returns>
    public static async ValueTask<bool> TryAddVoicemail(this Session session, VoicemailRow left) => await session.Prepare(
            $"""
            INSERT INTO voicemails ({Columns}, nth)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, (SELECT COUNT(*) + 1 FROM voicemails WHERE call = $2))
            ON CONFLICT (id) DO NOTHING
            """)
        .With(
            left.Id, left.Call, left.Number, left.LeftAt, left.Seconds, left.Ticket, left.HandledBy,
            left.HandledAt, left.PagedAt, left.Size, left.Sha256, left.Heard, left.DismissedAt, left.ErasedAt)
        .Execute() == 1;

    public static async ValueTask SaveVoicemail(this Session session, VoicemailRow left) => await session.Prepare(
            """
            UPDATE voicemails SET ticket = $2, handled_by = $3, handled_at = $4, paged_at = $5, size = $6, sha256 = $7, heard = $8,
              dismissed_at = $9, erased_at = $10
            WHERE id = $1
            """)
        .With(left.Id, left.Ticket, left.HandledBy, left.HandledAt, left.PagedAt, left.Size, left.Sha256, left.Heard, left.DismissedAt, left.ErasedAt)
        .Execute();

    public static ValueTask<VoicemailRow?> LoadVoicemail(this Reader reader, string id) =>
        reader.Prepare($"SELECT {Columns} FROM voicemails WHERE id = $1").With(id).First(Read);

    /// <summary>The same, to be changed: instances that change one voicemail take turns.</summary>
    public static ValueTask<VoicemailRow?> HoldVoicemail(this Session session, string id) =>
        session.Prepare($"SELECT {Columns} FROM voicemails WHERE id = $1 FOR UPDATE").With(id).First(Read);

    /// <summary>Those of nobody knows whom that still wait for somebody to say so, the newest first; those of one instant always in one order.</summary>
    public static ValueTask<List<VoicemailRow>> UnidentifiedVoicemails(this Reader reader, int limit) => reader.Prepare(
            $"""
            SELECT {Columns} FROM voicemails WHERE ticket IS NULL AND dismissed_at IS NULL AND erased_at IS NULL
            ORDER BY left_at DESC, nth DESC, id DESC LIMIT $1
            """)
        .With(limit)
        .All(Read);

    /// <summary>Those that were left, and whose ticket was closed and let alone, before then; and those that never got a ticket.</summary>
    public static ValueTask<List<VoicemailRow>> VoicemailsToErase(this Reader reader, Instant before) => reader.Prepare(
            $"""
            SELECT {Columns} FROM voicemails WHERE erased_at IS NULL AND left_at < $1
              AND (ticket IS NULL OR ticket IN (SELECT reference FROM tickets WHERE is_open = 0 AND updated_at < $1))
            """)
        .With(before)
        .All(Read);

    /// <summary>The messages of a ticket, the newest first.</summary>
    public static ValueTask<List<VoicemailRow>> VoicemailsOf(this Reader reader, string ticket) =>
        reader.Prepare($"SELECT {Columns} FROM voicemails WHERE ticket = $1 ORDER BY left_at DESC, nth DESC, id DESC").With(ticket).All(Read);

    /// <summary>How many messages somebody was called about since then.</summary>
    public static ValueTask<long> VoicemailsPagedSince(this Reader reader, Instant since) =>
        reader.Prepare("SELECT COUNT(*) FROM voicemails WHERE paged_at > $1").With(since).First(row => row.GetInt64(0));

    private static VoicemailRow Read(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.Instant(3), row.GetInt32(4), row.Text(5), row.Text(6),
        row.InstantOrNull(7), row.InstantOrNull(8), row.Number(9), row.Text(10), row.Text(11),
        row.InstantOrNull(12), row.InstantOrNull(13));
}
