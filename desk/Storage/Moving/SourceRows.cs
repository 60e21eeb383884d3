using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ChatSupport.Desk.Storage.Moving;

/// <summary>The rows of a table in the file, a step at a time, as texts: null is no text.</summary>
internal static class SourceRows
{
    public const int Step = 2_000;

    /// <param name="behind">The key of the last row of the step before; null for the first.</param>
    public static List<string?[]> Next(SqliteConnection source, MovedTable table, string?[]? behind)
    {
        using var command = source.CreateCommand();
        command.CommandText = table.Select(Step, behind is not null);
        for (var place = 0; place < behind?.Length; place++)
            command.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"${place + 1}"), Typed(behind[place]!, table.Key[place].IsNumber));
        using var row = command.ExecuteReader();
        var rows = new List<string?[]>();
        while (row.Read())
            rows.Add([.. Enumerable.Range(0, row.FieldCount).Select(column => Text(row, column))]);
        return rows;
    }

    public static string?[] KeyOf(MovedTable table, string?[] row) => [.. table.Key.Select(column => row[table.Columns.ToList().IndexOf(column.Name)])];

    private static string? Text(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetFieldType(column) == typeof(string) ? Dialect.Postgres.Text(row.GetString(column)) : row.GetString(column);

    /// <summary>A number is not greater than a text.</summary>
    private static object Typed(string key, bool isNumber) => isNumber ? long.Parse(key, CultureInfo.InvariantCulture) : key;
}
