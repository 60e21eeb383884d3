using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ChatSupport.Desk.Storage.Moving;

/// <summary>Copies a table step by step, and knows where it stopped.</summary>
internal static class TableCopy
{
    public static async Task Run(MovedTable table, SqliteConnection source, NpgsqlConnection target, Action<long> tell, CancellationToken stop)
    {
        var (done, behind) = await Stopped(table, target, stop);
        tell(done);
        while (SourceRows.Next(source, table, behind) is { Count: > 0 } rows)
        {
            behind = SourceRows.KeyOf(table, rows[^1]);
            done += rows.Count;
            await using var step = await target.BeginTransactionAsync(stop);
            await Copy(table, rows, target, stop);
            await Note(table, done, behind, target, stop);
            await step.CommitAsync(stop);
            tell(done);
        }
        if (table.LastId is { } last)
            await Sql.Run(target, string.Create(CultureInfo.InvariantCulture, $"SELECT setval(pg_get_serial_sequence('{table.Name}', '{table.Key[0].Name}'), {last})"), stop);
    }

    private static async Task Copy(MovedTable table, List<string?[]> rows, NpgsqlConnection target, CancellationToken stop)
    {
        await using var lines = await target.BeginTextImportAsync($"COPY {table.Name} ({string.Join(", ", table.Columns)}) FROM STDIN", stop);
        foreach (var row in rows)
            await lines.WriteAsync(string.Join('\t', row.Select(Escaped)) + "\n");
    }

    private static string Escaped(string? value) => value is null ? "\\N" : value
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal);

    private static async Task<(long Done, string?[]? Behind)> Stopped(MovedTable table, NpgsqlConnection target, CancellationToken stop) =>
        await Sql.Ask(target, $"SELECT value FROM settings WHERE name = '{NoteOf(table)}'", stop) is string note
            && JsonSerializer.Deserialize(note, NoteJson.Default.Note) is { } left
            ? (left.Done, left.Behind)
            : (0, null);

    private static async Task Note(MovedTable table, long done, string?[] behind, NpgsqlConnection target, CancellationToken stop)
    {
        await using var note = new NpgsqlCommand(
            "INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value", target);
        note.Parameters.Add(new() { Value = NoteOf(table) });
        note.Parameters.Add(new() { Value = JsonSerializer.Serialize(new Note(done, behind), NoteJson.Default.Note) });
        await note.ExecuteNonQueryAsync(stop);
    }

    private static string NoteOf(MovedTable table) => $"move/{table.Name}";
}

/// <param name="Behind">The key of the last row that was copied.</param>
internal sealed record Note(long Done, string?[] Behind);

[System.Text.Json.Serialization.JsonSerializable(typeof(Note))]
internal sealed partial class NoteJson : System.Text.Json.Serialization.JsonSerializerContext;
