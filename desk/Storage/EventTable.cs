using System.Data.Common;
using NodaTime;

namespace ChatSupport.Desk.Storage;

/// <param name="Seq">The place in the ticket's timeline, from 1; the store takes each only once.</param>
/// <param name="Data">What happened, as JSON.</param>
/// <param name="Internal">True when only the desk may see it.</param>
public sealed record EventRow(long TicketId, int Seq, Instant At, string Actor, string Door, string Type, string Data, bool Internal);

/// <summary>The timelines of the tickets: added to, never changed.</summary>
public static class EventTable
{
    public static async ValueTask Append(this Session session, EventRow happened) => await session.Prepare(
            """
            INSERT INTO events (ticket_id, seq, at, actor, door, type, internal, data)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """)
        .With(happened.TicketId, happened.Seq, happened.At, happened.Actor, happened.Door, happened.Type, happened.Internal, happened.Data)
        .Later();

    private const string Columns = "ticket_id, seq, at, actor, door, type, data, internal";

    /// <summary>Everything that happened to the ticket, in order.</summary>
    public static ValueTask<List<EventRow>> Timeline(this Reader reader, long ticketId) =>
        reader.Prepare($"SELECT {Columns} FROM events WHERE ticket_id = $1 ORDER BY seq").With(ticketId).All(Read);

    /// <summary>One event of the ticket; null when its timeline does not reach so far.</summary>
    public static ValueTask<EventRow?> Event(this Reader reader, long ticketId, int seq) =>
        reader.Prepare($"SELECT {Columns} FROM events WHERE ticket_id = $1 AND seq = $2").With(ticketId, seq).First(Read);

    /// <summary>When the event that was written last happened; null while nothing has.</summary>
    public static ValueTask<Instant?> LatestEvent(this Reader reader) => reader.Prepare("SELECT at FROM events WHERE id = (SELECT MAX(id) FROM events)")
        .With()
        .First(row => row.InstantOrNull(0));

    private static EventRow Read(DbDataReader row) => new(
        row.GetInt64(0), row.GetInt32(1), row.Instant(2), row.GetString(3),
        row.GetString(4), row.GetString(5), row.GetString(6), row.Truth(7));
}
