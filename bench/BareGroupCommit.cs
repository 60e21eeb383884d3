using Microsoft.Data.Sqlite;

namespace ChatSupport.Bench;

/// <summary>The yardstick: one loop over hand-written prepared commands, a COMMIT every so many declarations, nobody waiting.</summary>
internal sealed class BareGroupCommit : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand delivery, counter, ticket, happened, message;

    public BareGroupCommit(string file)
    {
        connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 8000; PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY");
        delivery = Prepare("INSERT INTO deliveries (scope, id, body_hash, outcome, at) VALUES ($1, $2, $3, $4, $5)", 5);
        counter = Prepare("INSERT INTO counters (kind, last) VALUES ($1, 1) ON CONFLICT (kind) DO UPDATE SET last = last + 1 RETURNING last", 1);
        ticket = Prepare(
            """
            INSERT INTO tickets (kind, number, reference, client, status, is_open, priority, assignee,
              declared_at, updated_at, due_at, next_due, version, state)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) RETURNING id
            """,
            14);
        happened = Prepare(
            "INSERT INTO events (ticket_id, seq, at, actor, door, type, internal, data) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", 8);
        message = Prepare(
            """
            INSERT INTO outbox (lane, urgent, way, recipient, ticket_id, notice, arguments, not_before, created_at, ready_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            10);
    }

    public void Declare(int from, int count, int perCommit)
    {
        for (var n = from; n < from + count; n++)
        {
            if ((n - from) % perCommit == 0)
                Run("BEGIN IMMEDIATE");
            Declare(new BenchDeclaration(n), n);
            if ((n - from) % perCommit == perCommit - 1 || n == from + count - 1)
                Run("COMMIT");
        }
    }

    public void Drain() => Run("UPDATE outbox SET outcome = 'Sent', ready_at = NULL WHERE outcome IS NULL");

    public void Dispose() => connection.Dispose();

    private void Declare(BenchDeclaration it, int n)
    {
        var at = it.At.ToUnixTimeMilliseconds();
        var number = (long)With(counter, "Incident").ExecuteScalar()!;
        var reference = BenchDeclaration.Reference(number);
        With(delivery, "slack:T024BE7LD", it.DeliveryId, it.BodyHash, BenchDeclaration.Outcome(reference), at).ExecuteNonQuery();
        var due = at + (4 * 3_600_000);
        var id = (long)With(
            ticket, "Incident", number, reference, BenchDeclaration.Client(n), "Open", 1L, "P1", DBNull.Value,
            at, at, due, due, 2L, BenchDeclaration.State).ExecuteScalar()!;
        With(happened, id, 1L, at, "lea.martin", "slack", "Declared", 0L, BenchDeclaration.Data).ExecuteNonQuery();
        With(happened, id, 2L, at, "desk", "desk", "ClockStarted", 0L, BenchDeclaration.Data).ExecuteNonQuery();
        for (var i = 0; i < 3; i++)
        {
            With(
                message, it.Lane(i), i == 0 ? 1L : 0L, "slack", "U024BE7LD", id, "Declared", BenchDeclaration.Arguments, at, at, DBNull.Value)
                .ExecuteNonQuery();
        }
    }

    private static SqliteCommand With(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        return command;
    }

    private SqliteCommand Prepare(string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        command.Prepare();
        return command;
    }

    private void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
