using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using ChatSupport.Desk.Storage;
using Microsoft.Data.Sqlite;
using NodaTime;
using Npgsql;

namespace ChatSupport.Bench;

/// <summary>What one operation costs when the store holds ever more tickets, nine in ten of them closed: flat, or something is searched that should be found.</summary>
internal static class ScaleBench
{
    private const int Times = 300;

    // The same for both databases. One ticket in ten is open; each has two events and one message that was sent.
    private const string Tickets = """
        WITH RECURSIVE n(i) AS (SELECT {0} UNION ALL SELECT i + 1 FROM n WHERE i < {1})
        INSERT INTO tickets (kind, number, reference, client, status, is_open, priority, assignee, declared_at, updated_at, due_at, next_due, version, state)
        SELECT 'Incident', i, 'OLD-' || i, 'client-' || (i % 2000), CASE WHEN i % 10 = 0 THEN 'Open' ELSE 'Closed' END, CASE WHEN i % 10 = 0 THEN 1 ELSE 0 END, 'P2', NULL,
          1764000000000 + i * 1000, 1764000000000 + i * 1000, CASE WHEN i % 10 = 0 THEN 1770000000000 + i * 1000 ELSE 9223372036854775807 END,
          CASE WHEN i % 10 = 0 THEN 1770000000000 + i * 1000 END, 2, '{2}' FROM n
        """;

    private const string Events = """
        WITH RECURSIVE n(i) AS (SELECT {0} UNION ALL SELECT i + 1 FROM n WHERE i < {1})
        INSERT INTO events (ticket_id, seq, at, actor, door, type, internal, data) SELECT -i, 1, 1764000000000 + i, 'a', 'Api', 'declared', 0, '{2}' FROM n
        """;

    private const string Outbox = """
        WITH RECURSIVE n(i) AS (SELECT {0} UNION ALL SELECT i + 1 FROM n WHERE i < {1})
        INSERT INTO outbox (lane, urgent, way, recipient, ticket_id, notice, not_before, created_at, attempts, outcome, settled_at, arguments)
        SELECT 'lane-' || (i % 1000), 0, 'Mail', 'a', -i, 'Declared', 0, 0, 1, 'Sent', 1, '1' FROM n
        """;

    /// <param name="postgres">A connection string of an empty database; null for a file.</param>
    public static async Task Run(string? postgres, params int[] sizes)
    {
        var file = Path.Combine(System.IO.Directory.CreateTempSubdirectory("scale-").FullName, "desk.db");
        await using var store = await Store.Open(postgres ?? file);
        Console.WriteLine($"{(postgres is null ? "SQLite" : "PostgreSQL")}, µs an operation, one after another, medians of {Times}");
        Console.WriteLine("  tickets   declare  acknowledge      list   due now     claim");
        var held = 0;
        foreach (var size in sizes)
        {
            await using (DbConnection filling = postgres is null ? new SqliteConnection($"Data Source={file};Pooling=False;Default Timeout=60") : new NpgsqlConnection(postgres + ";Pooling=false;Command Timeout=0"))
                await Fill(filling, held + 1, size);
            held = size;
            await Measure(store, size);
        }
    }

    private static async Task Fill(DbConnection filling, int from, int to)
    {
        await filling.OpenAsync();
        await using var command = filling.CreateCommand();
        foreach (var table in new[] { Tickets, Events, Outbox })
        {
            command.CommandText = string.Format(CultureInfo.InvariantCulture, table, from, to, new string('x', 400));
            await command.ExecuteNonQueryAsync();
        }
        command.CommandText = "ANALYZE tickets";
        await command.ExecuteNonQueryAsync();
    }

    private static async Task Measure(Store store, int size)
    {
        var n = size * 10;
        var declare = await Median(() => store.Write(new BenchDeclaration(n++).Declare));
        var acknowledge = await Median(() => store.Write(async session =>
        {
            var ticket = (await session.HoldTicket(BenchDeclaration.Reference(Random.Shared.Next(1, Times))))!;
            await session.Append(new(ticket.Id, ticket.Version + 1, ticket.UpdatedAt, "a", "Api", "acknowledged", "{}", Internal: false));
            await session.Update(ticket with { Version = ticket.Version + 1, Status = "InProgress" });
            return true;
        }));
        var list = await Median(() => store.Read(reader => reader.FindTickets(new(Client: $"client-{Random.Shared.Next(2000)}", OpenOnly: true, Limit: 20))));
        var due = await Median(() => store.Read(reader => reader.DueTickets(Instant.FromUnixTimeMilliseconds(1_770_000_005_000), 256)));
        var claim = await Median(async () =>
        {
            var claimed = await store.Write(session => session.ClaimMessages(BenchDeclaration.End, BenchDeclaration.End + Duration.FromMinutes(1), _ => 1));
            foreach (var message in claimed)
                await store.Write(session => session.Sent(message, BenchDeclaration.End, vendorId: null));
            return true;
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size,9} {declare,9:N0} {acknowledge,12:N0} {list,9:N0} {due,9:N0} {claim,9:N0}"));
    }

    private static async Task<double> Median<T>(Func<Task<T>> operation)
    {
        var costs = new List<double>();
        for (var i = 0; i < Times; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await operation();
            costs.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds);
        }
        return costs.Order().ElementAt(Times / 2);
    }
}
