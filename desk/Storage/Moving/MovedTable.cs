using Microsoft.Data.Sqlite;

namespace ChatSupport.Desk.Storage.Moving;

/// <param name="IsNumber">Numbers are ordered as such, texts by their bytes.</param>
internal sealed record KeyColumn(string Name, bool IsNumber)
{
    public static KeyColumn Read(string described) =>
        described.Split(':') is [var name, var type] ? new(name, type.Contains("INT", StringComparison.Ordinal)) : throw new FormatException(described);
}

/// <summary>A table that is moved, as the file describes it: a table that the schema will have one day is moved like any other.</summary>
/// <param name="Key">The columns that order its rows and tell them apart.</param>
/// <param name="LastId">The last number that the table gave to a row, also when that row is gone; null when it gives none.</param>
internal sealed record MovedTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<KeyColumn> Key, long Rows, long? LastId)
{
    /// <summary>The note of the move itself is not moved.</summary>
    public const string Settings = "settings";

    public static List<MovedTable> AllOf(SqliteConnection source) =>
        [.. Texts(source, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'SchemaVersions' ORDER BY name").Select(name => Of(source, name))];

    /// <summary>The rows of the file behind a key, in order.</summary>
    public string Select(int limit, bool behindKey) =>
        $"SELECT {string.Join(", ", Columns)} FROM {Name}"
        + (behindKey ? $" WHERE ({string.Join(", ", Key.Select(column => column.Name))}) > ({string.Join(", ", Key.Select((_, place) => $"${place + 1}"))})" : "")
        + $" ORDER BY {string.Join(", ", Key.Select(column => column.Name))} LIMIT {limit}";

    private static MovedTable Of(SqliteConnection source, string name)
    {
        var rows = long.Parse(Texts(source, $"SELECT COUNT(*) FROM {name}")[0], System.Globalization.CultureInfo.InvariantCulture);
        var last = Texts(source, $"SELECT seq FROM sqlite_sequence WHERE name = '{name}'");
        return new(
            name,
            Texts(source, $"SELECT name FROM pragma_table_info('{name}') ORDER BY cid"),
            [.. Texts(source, $"SELECT name || ':' || type FROM pragma_table_info('{name}') WHERE pk > 0 ORDER BY pk").Select(KeyColumn.Read)],
            rows,
            last is [var id] ? long.Parse(id, System.Globalization.CultureInfo.InvariantCulture) : null);
    }

    private static List<string> Texts(SqliteConnection source, string sql)
    {
        using var command = source.CreateCommand();
        command.CommandText = sql;
        using var row = command.ExecuteReader();
        var texts = new List<string>();
        while (row.Read())
            texts.Add(row.GetString(0));
        return texts;
    }
}
