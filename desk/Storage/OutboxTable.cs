using System.Data.Common;
using System.Diagnostics;
using NodaTime;

namespace ChatSupport.Desk.Storage;

/// <summary>Something to be told to somebody, rendered only when it is sent.</summary>
/// <param name="Lane">Messages of one lane (a conversation, a pager) go out one after another, in the order in which they were enqueued.</param>
/// <param name="Tray">Among which others it waits for its turn.</param>
/// <param name="Way">The door to send through.</param>
/// <param name="Arguments">What the notice says, as JSON.</param>
/// <param name="NotBefore">The lane waits for this instant, and whatever is behind in it.</param>
public sealed record OutboxRow(
    string Lane, Tray Tray, string Way, string Recipient, long? TicketId, string Notice, string Arguments, Instant NotBefore, Instant CreatedAt)
{
    /// <summary>The step of a trace that enqueued it, as W3C trace context has it; the current one, if any, unless said otherwise.</summary>
    public string? Trace { get; init; }
}

/// <summary>The messages that leave the desk, written with the events that cause them. <see cref="OutboxClaims"/> sends them.</summary>
public static class OutboxTable
{
    private const string IsWaiting = "ticket_id = $1 AND recipient = $2 AND notice = $3 AND arguments = '' AND outcome IS NULL AND attempts = 0";

    internal const string Columns = "lane, urgent, way, recipient, ticket_id, notice, arguments, not_before, created_at, trace";

    /// <summary>A later message has a greater id.</summary>
    public static ValueTask Enqueue(this Session session, OutboxRow message) => session.Leave(message, isLatest: false);

    /// <summary>
    /// Enqueues a message without arguments: it says how something stands. If one of the same waits that nobody has claimed yet, that one
    /// will say the latest when it is sent, and this one is not needed.
    /// </summary>
    public static ValueTask EnqueueLatest(this Session session, OutboxRow message) => session.Leave(message, isLatest: true);

    /// <summary>When the oldest message that is neither sent nor given up was enqueued; null when there is none.</summary>
    public static ValueTask<Instant?> OldestUndelivered(this Reader reader) => reader.Prepare(
            "SELECT created_at FROM outbox WHERE id = (SELECT MIN(id) FROM outbox WHERE ready_at IS NOT NULL)")
        .With()
        .First(row => row.InstantOrNull(0));

    /// <summary>Writes down what this transaction has to tell, in its order: once it has its lanes, for who settles there may be waiting for what is touched.</summary>
    internal static async ValueTask WriteLeaving(this Session session)
    {
        foreach (var (message, isLatest) in session.Leaving)
            await (isLatest ? session.InsertLatest(message) : session.Insert(message));
        session.Leaving.Clear();
    }

    private static ValueTask Leave(this Session session, OutboxRow message, bool isLatest)
    {
        session.Lanes.Add(message.Lane);
        session.Leaving.Add((message with { Trace = message.Trace ?? Activity.Current?.Id }, isLatest));
        return default;
    }

    private static ValueTask Insert(this Session session, OutboxRow message) => session.Prepare(
            $"INSERT INTO outbox ({Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)")
        .With(
            message.Lane, (int)message.Tray, message.Way, message.Recipient, message.TicketId,
            message.Notice, message.Arguments, message.NotBefore, message.CreatedAt, message.Trace)
        .Later();

    private static async ValueTask InsertLatest(this Session session, OutboxRow message)
    {
        // Nothing changes in that one, but on a shared database no pump can claim it before this transaction is done.
        await session.Prepare($"UPDATE outbox SET arguments = '' WHERE {IsWaiting}").With(message.TicketId, message.Recipient, message.Notice).Later();
        await session.Prepare(
                $"""
                INSERT INTO outbox (ticket_id, recipient, notice, lane, urgent, way, arguments, not_before, created_at, trace)
                SELECT $1, $2, $3, $4, $5, $6, '', $7, $8, $9 WHERE NOT EXISTS (SELECT 1 FROM outbox WHERE {IsWaiting})
                """)
            .With(
                message.TicketId, message.Recipient, message.Notice, message.Lane, (int)message.Tray, message.Way,
                message.NotBefore, message.CreatedAt, message.Trace)
            .Later();
    }

    internal static OutboxRow Read(DbDataReader row) => new(
        row.GetString(0), (Tray)row.GetInt64(1), row.GetString(2), row.GetString(3), row.Number(4),
        row.GetString(5), row.GetString(6), row.Instant(7), row.Instant(8))
    {
        Trace = row.Text(9),
    };
}
