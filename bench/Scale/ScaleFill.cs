using System.Data.Common;
using System.Globalization;

namespace ChatSupport.Bench.Scale;

/// <summary>Tickets of years ago, straight into the tables: nine in ten are closed, each has an event, a card in a channel and a mail that was sent.</summary>
internal static class ScaleFill
{
    public const int Clients = 2_000;

    // The same for both databases. What is open falls due in another century, so that no sweep meets it.
    private const string Rows = "WITH RECURSIVE n(i) AS (SELECT {0} UNION ALL SELECT i + 1 FROM n WHERE i < {1}) ";

    private const string Tickets = Rows + """
        INSERT INTO tickets (kind, number, reference, client, status, is_open, priority, assignee, declared_at, updated_at, due_at, next_due, version, state)
        SELECT 'Incident', i, 'OLD-' || i, 'client-' || (i % 2000), CASE WHEN i % 10 = 0 THEN 'Open' ELSE 'Closed' END, CASE WHEN i % 10 = 0 THEN 1 ELSE 0 END, 'P2', NULL,
          1764000000000 + i * 1000, 1764000000000 + i * 1000, CASE WHEN i % 10 = 0 THEN 4102444800000 + i * 1000 ELSE 9223372036854775807 END,
          CASE WHEN i % 10 = 0 THEN 4102444800000 + i * 1000 END, 2, '{2}' FROM n
        """;

    private const string Events = Rows + """
        INSERT INTO events (ticket_id, seq, at, actor, door, type, internal, data) SELECT -i, 1, 1764000000000 + i, 'a', 'Api', 'declared', 0, '{2}' FROM n
        """;

    private const string Outbox = Rows + """
        INSERT INTO outbox (lane, urgent, way, recipient, ticket_id, notice, not_before, created_at, attempts, outcome, settled_at, arguments)
        SELECT 'lane-' || (i % 1000), 3, 'Mail', 'a', -i, 'Declared', 0, 0, 1, 'Sent', 1, '1' FROM n
        """;

    private const string Posts = Rows + """
        INSERT INTO posted_messages (way, conversation, message, realm, ticket_id, side, seq) SELECT 'Slack', 'C' || (i % 100), '' || i, 'T0DESK', -i, 'Desk', 0 FROM n
        """;

    public static async Task Fill(DbConnection filling, int from, int to)
    {
        await filling.OpenAsync();
        await using var command = filling.CreateCommand();
        foreach (var table in new[] { Tickets, Events, Outbox, Posts })
        {
            command.CommandText = string.Format(CultureInfo.InvariantCulture, table, from, to, new string('x', 400));
            await command.ExecuteNonQueryAsync();
        }
        // PostgreSQL does so by itself within a minute; the embedded store keeps no statistics.
        if (filling is not Microsoft.Data.Sqlite.SqliteConnection)
        {
            command.CommandText = "ANALYZE";
            await command.ExecuteNonQueryAsync();
        }
    }
}
