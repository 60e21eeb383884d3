using System.IO;
using ChatSupport.Desk.Language;
using Microsoft.Data.Sqlite;

namespace ChatSupport.Desk.Storage;

/// <summary>Whether a store could be opened, found out without opening it for good: nothing is created, locked or brought up to date.</summary>
/// <param name="Path">The file, or the server and its database.</param>
/// <param name="Exists">False when a start would create it, or its tables.</param>
/// <param name="Problem">What keeps it from being opened; null when nothing does.</param>
public sealed record StoreProbe(string Path, bool Exists, Sentence? Problem)
{
    /// <param name="connection">As for <see cref="Store.Open"/>.</param>
    public static StoreProbe Look(string connection)
    {
        try
        {
            if (PostgresAddress.IsNamedBy(connection))
                return PostgresProbe.Look(connection);
            var file = SqliteStore.Address(connection);
            var path = System.IO.Path.GetFullPath(file.DataSource);
            return new StoreProbe(path, File.Exists(path), (File.Exists(path) ? Read(file) : null) ?? Write(path));
        }
        catch (StoreRefusedException refused)
        {
            return new StoreProbe("", false, refused.Sentence);
        }
    }

    private static Sentence? Read(SqliteConnectionStringBuilder file)
    {
        file.Mode = SqliteOpenMode.ReadOnly;
        try
        {
            using var connection = new SqliteConnection(file.ConnectionString);
            connection.Open();
            return Migration.Refusal(ExecutedScripts(connection), file.DataSource);
        }
        catch (SqliteException error)
        {
            return Dialect.Sqlite.Explain(error) is StoreUnavailableException known ? known.Sentence : DeskText.Say("Storage.Damaged");
        }
    }

    /// <summary>A file that was only just created has none.</summary>
    private static List<string> ExecutedScripts(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name = 'SchemaVersions'";
        var executed = new List<string>();
        if (command.ExecuteScalar() is 0L)
            return executed;
        command.CommandText = "SELECT ScriptName FROM SchemaVersions";
        using var row = command.ExecuteReader();
        while (row.Read())
            executed.Add(row.GetString(0));
        return executed;
    }

    /// <summary>Writes and removes a file of its own in the store's folder, or where that folder would be created.</summary>
    private static Sentence? Write(string path)
    {
        var folder = new DirectoryInfo(System.IO.Path.GetDirectoryName(path)!);
        while (!folder.Exists && folder.Parent is { } parent)
            folder = parent;
        try
        {
            using var test = new FileStream(
                System.IO.Path.Combine(folder.FullName, System.IO.Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return File.Exists(path) && File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly) ? DeskText.Say("Storage.NotWritable", path) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return DeskText.Say("Storage.NotWritable", path);
        }
    }
}
