using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace ChatSupport.Bench;

/// <summary>The rows that a store holds, written again into a store with the same schema: prepared commands, one COMMIT for so many tickets.</summary>
internal sealed class ReplayedRows
{
    private static readonly string[] Tables = ["deliveries", "tickets", "events", "outbox"];

    private readonly string source;
    private readonly List<(string Table, List<object[]> Rows)> tables;

    private ReplayedRows(string source, List<(string, List<object[]>)> tables) => (this.source, this.tables) = (source, tables);

    /// <param name="after">Rows of the first so many tickets were only a warm-up.</param>
    public static ReplayedRows Of(string file, int after)
    {
        using var connection = Open(file);
        return new ReplayedRows(file, [.. Tables.Select(table => (table, Read(connection, table).Skip(after).ToList()))]);
    }

    public double PerSecond(string file, int perCommit)
    {
        System.IO.File.Copy(source, file);
        using var connection = Open(file);
        Execute(connection, string.Join(';', Tables.Select(table => $"DELETE FROM {table}")));
        Execute(connection, "VACUUM; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 8000; PRAGMA cache_size = -32768");
        var inserts = tables.ConvertAll(table => (Command: Insert(connection, table.Table, table.Rows[0].Length), table.Rows));
        var count = tables[1].Rows.Count;

        var watch = Stopwatch.StartNew();
        for (var from = 0; from < count; from += perCommit)
        {
            Execute(connection, "BEGIN IMMEDIATE");
            for (var n = from; n < Math.Min(from + perCommit, count); n++)
                foreach (var (command, rows) in inserts)
                    Write(command, rows[n]);
            Execute(connection, "COMMIT");
        }
        return count / watch.Elapsed.TotalSeconds;
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection;
    }

    private static IEnumerable<object[]> Read(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {table} ORDER BY rowid";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            yield return row;
        }
    }

    private static SqliteCommand Insert(SqliteConnection connection, string table, int columns)
    {
        var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO {table} VALUES ({string.Join(", ", Enumerable.Range(1, columns).Select(column => $"${column}"))})";
        for (var column = 1; column <= columns; column++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${column}" });
        return command;
    }

    private static void Write(SqliteCommand command, object[] row)
    {
        for (var column = 0; column < row.Length; column++)
            command.Parameters[column].Value = row[column];
        command.ExecuteNonQuery();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
