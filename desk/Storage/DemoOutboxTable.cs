using System.Data.Common;
using NodaTime;

namespace ChatSupport.Desk.Storage;

/// <summary>A message as it left the demo.</summary>
/// <param name="Id">Given by the store, greater for a later message; 0 until then.</param>
/// <param name="At">By the desk's clock.</param>
/// <param name="Recipient">The address, number or conversation that it went to.</param>
/// <param name="Ticket">The reference that it is about, when it names one.</param>
public sealed record DemoOutboxRow(
    long Id, Instant At, string Way, string Recipient, string? Ticket, string? Subject, string Text, string? Html);

/// <summary>Everything that the demo sent, in the order in which it left.</summary>
public static class DemoOutboxTable
{
    private const string Columns = "id, at, way, recipient, ticket, subject, text, html";

    public static async ValueTask Add(this Session session, DemoOutboxRow sent) => await session.Prepare(
            "INSERT INTO demo_outbox (at, way, recipient, ticket, subject, text, html) VALUES ($1, $2, $3, $4, $5, $6, $7)")
        .With(sent.At, sent.Way, sent.Recipient, sent.Ticket, sent.Subject, sent.Text, sent.Html)
        .Execute();

    /// <summary>What left after the message with this id, and not before an instant; the oldest first.</summary>
    public static ValueTask<List<DemoOutboxRow>> DemoOutbox(this Reader reader, long after, Instant from, int limit) => reader.Prepare(
            $"SELECT {Columns} FROM demo_outbox WHERE id > $1 AND at >= $2 ORDER BY id LIMIT $3")
        .With(after, from, limit)
        .All(Read);

    /// <summary>What left last, the newest first.</summary>
    public static ValueTask<List<DemoOutboxRow>> LatestOfDemoOutbox(this Reader reader, int limit) => reader.Prepare(
            $"SELECT {Columns} FROM demo_outbox ORDER BY id DESC LIMIT $1")
        .With(limit)
        .All(Read);

    private static DemoOutboxRow Read(DbDataReader row) => new(
        row.GetInt64(0), row.Instant(1), row.GetString(2), row.GetString(3), row.Text(4), row.Text(5), row.GetString(6), row.Text(7));
}
