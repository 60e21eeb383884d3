using ChatSupport.Desk.Language;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ChatSupport.Desk.Storage.Moving;

/// <summary>Compares every row that arrived with the one that it came from.</summary>
internal static class TableComparison
{
    /// <exception cref="MoveRefusedException">A row is missing, is another, or came from nowhere.</exception>
    public static async Task Run(MovedTable table, SqliteConnection source, NpgsqlConnection target, Action<long> tell, CancellationToken stop)
    {
        await using var arrived = new NpgsqlCommand(Arrived(table), target);
        await using var there = await arrived.ExecuteReaderAsync(stop);
        var done = 0L;
        for (var rows = SourceRows.Next(source, table, null); rows.Count > 0; rows = SourceRows.Next(source, table, SourceRows.KeyOf(table, rows[^1])))
        {
            foreach (var row in rows)
            {
                if (!await there.ReadAsync(stop) || !Equal(row, there))
                    throw Differs(table, row);
            }
            done += rows.Count;
            tell(done);
        }
        if (await there.ReadAsync(stop))
            throw Differs(table, null);
    }

    private static bool Equal(string?[] row, NpgsqlDataReader there)
    {
        for (var column = 0; column < row.Length; column++)
        {
            if (row[column] != (there.IsDBNull(column) ? null : there.GetString(column)))
                return false;
        }
        return true;
    }

    /// <summary>As texts, in the order of the file, without the notes of the move.</summary>
    private static string Arrived(MovedTable table) =>
        $"SELECT {string.Join(", ", table.Columns.Select(column => $"{column}::text"))} FROM {table.Name}"
        + (table.Name == MovedTable.Settings ? " WHERE name <> 'move' AND name NOT LIKE 'move/%'" : "")
        + $" ORDER BY {string.Join(", ", table.Key.Select(column => $"{table.Name}.{column.Name}{(column.IsNumber ? "" : " COLLATE \"C\"")}"))}";

    private static MoveRefusedException Differs(MovedTable table, string?[]? row) =>
        new(DeskText.Say("Storage.MoveDiffers", table.Name, row is null ? "+" : string.Join(", ", SourceRows.KeyOf(table, row))));
}
