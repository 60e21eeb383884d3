using System.Data.Common;
using NodaTime;

namespace ChatSupport.Desk.Storage;

/// <summary>A ticket as folded from its events: what lists, sweeps and searches need as columns, and the whole as <paramref name="State"/>.</summary>
/// <param name="Id">Given by <see cref="CounterTable.NextTicket"/>.</param>
/// <param name="Open">False once nothing more can happen to it; open tickets have lists of their own.</param>
/// <param name="DueAt">The deadline that people see; null when there is none.</param>
/// <param name="NextDue">When the clock has something to do on it next; null when never.</param>
/// <param name="State">The ticket as JSON.</param>
public sealed record TicketRow(
    long Id, string Kind, long Number, string Reference, string Client, string Status, bool Open, string Priority, string? Assignee,
    Instant DeclaredAt, Instant UpdatedAt, Instant? DueAt, Instant? NextDue, int Version, string State);

/// <summary>The tickets, one by one and as the sweep sees them. <see cref="TicketList"/> lists them.</summary>
public static class TicketTable
{
    internal const string Columns =
        "id, kind, number, reference, client, status, is_open, priority, assignee, declared_at, updated_at, due_at, next_due, version, state";

    /// <summary>What <c>due_at</c> holds where there is no deadline, so that such tickets come last in the order of deadlines.</summary>
    internal const long Never = long.MaxValue;

    /// <param name="service">What was declared, for the recognition of waves; <paramref name="region"/> as well.</param>
    /// <param name="wave">The wave that the ticket is part of.</param>
    public static ValueTask Insert(
        this Session session, TicketRow ticket, string? service = null, string? region = null, string? wave = null) => session.Prepare(
            """
            INSERT INTO tickets (id, kind, number, reference, client, status, is_open, priority, assignee,
              declared_at, updated_at, due_at, next_due, version, state, service, region, wave)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
            """)
        .With(
            ticket.Id, ticket.Kind, ticket.Number, ticket.Reference, ticket.Client, ticket.Status, ticket.Open, ticket.Priority, ticket.Assignee,
            ticket.DeclaredAt, ticket.UpdatedAt, Deadline(ticket.DueAt), ticket.NextDue, ticket.Version, ticket.State, service, region, wave)
        .Later();

    /// <summary>Replaces what may change of the ticket with this id; what it was born with stays.</summary>
    public static async ValueTask Update(this Session session, TicketRow ticket) => await session.Prepare(
            """
            UPDATE tickets SET status = $2, is_open = $3, priority = $4, assignee = $5,
              updated_at = $6, due_at = $7, next_due = $8, version = $9, state = $10
            WHERE id = $1
            """)
        .With(
            ticket.Id, ticket.Status, ticket.Open, ticket.Priority, ticket.Assignee,
            ticket.UpdatedAt, Deadline(ticket.DueAt), ticket.NextDue, ticket.Version, ticket.State)
        .Later();

    public static ValueTask<TicketRow?> LoadTicket(this Reader reader, long id) =>
        reader.Prepare($"SELECT {Columns} FROM tickets WHERE id = $1").With(id).First(Read);

    public static ValueTask<TicketRow?> LoadTicket(this Reader reader, string reference) =>
        reader.Prepare($"SELECT {Columns} FROM tickets WHERE reference = $1").With(reference).First(Read);

    /// <summary>The ticket, for this transaction alone until it ends: whoever else wants to change it waits.</summary>
    public static ValueTask<TicketRow?> HoldTicket(this Session session, long id) =>
        session.Prepare($"SELECT {Columns} FROM tickets WHERE id = $1 FOR UPDATE").With(id).First(Read);

    public static ValueTask<TicketRow?> HoldTicket(this Session session, string reference) =>
        session.Prepare($"SELECT {Columns} FROM tickets WHERE reference = $1 FOR UPDATE").With(reference).First(Read);

    /// <summary>The ids of the tickets on which something has fallen due by <paramref name="now"/>, longest overdue first.</summary>
    public static ValueTask<List<long>> DueTickets(this Reader reader, Instant now, int limit) => reader.Prepare(
            "SELECT id FROM tickets WHERE next_due <= $1 ORDER BY next_due, id LIMIT $2")
        .With(now, limit)
        .All(row => row.GetInt64(0));

    /// <summary>When the sweep has something to do next; long past when it has fallen behind. Null when nothing will fall due.</summary>
    public static ValueTask<Instant?> OldestNextDue(this Reader reader) => reader.Prepare(
            "SELECT MIN(next_due) FROM tickets WHERE next_due IS NOT NULL")
        .With()
        .First(row => row.InstantOrNull(0));

    internal static TicketRow Read(DbDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetString(3), row.GetString(4), row.GetString(5), row.Truth(6),
        row.GetString(7), row.Text(8), row.Instant(9), row.Instant(10), row.GetInt64(11) == Never ? null : row.Instant(11),
        row.InstantOrNull(12), row.GetInt32(13), row.GetString(14));

    private static long Deadline(Instant? dueAt) => dueAt?.ToUnixTimeMilliseconds() ?? Never;
}
