using System.IO;
using ChatSupport.Desk.Language;
using Microsoft.Data.Sqlite;

namespace ChatSupport.Desk.Storage;

/// <summary>A copy of an embedded store, made while the desk goes on working on it.</summary>
public static class Backup
{
    /// <summary>
    /// Writes the store as it is at this moment, whole and in one file, and proves it sound before it gets its name: a file of that
    /// name is a backup.
    /// </summary>
    /// <param name="connection">As for <see cref="Store.Open"/>.</param>
    /// <returns>The size of the copy in bytes.</returns>
    /// <exception cref="StoreRefusedException">There is no such store, it is a server's, or the copy cannot be written.</exception>
    public static long Write(string connection, string copy)
    {
        if (PostgresAddress.IsNamedBy(connection))
            throw new StoreRefusedException(DeskText.Say("Storage.BackupByServer", PostgresAddress.Of(connection).Said()));
        var file = SqliteStore.Address(connection);
        if (!File.Exists(file.DataSource))
            throw new StoreRefusedException(DeskText.Say("Storage.NothingToMove", file.DataSource));
        if (File.Exists(copy))
            throw new StoreRefusedException(DeskText.Say("Storage.BackupExists", copy));

        var unproven = Path.GetFullPath(copy) + ".part";
        try
        {
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(unproven)!);
            File.Delete(unproven);
            // One snapshot: writers go on beside it.
            Ask(file.DataSource, "VACUUM INTO $copy", unproven);
            if (Ask(unproven, "PRAGMA integrity_check") is not "ok")
                throw new StoreRefusedException(DeskText.Say("Storage.Damaged"));
            Flush(unproven);
            File.Move(unproven, copy);
            return new FileInfo(copy).Length;
        }
        catch (Exception error) when (error is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StoreRefusedException(DeskText.Say("Storage.NotWritable", copy), error);
        }
    }

    private static object? Ask(string path, string sql, string? copy = null)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False;Default Timeout=60");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (copy is not null)
            command.Parameters.AddWithValue("$copy", copy);
        return command.ExecuteScalar();
    }

    private static void Flush(string path)
    {
        using var written = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        written.Flush(flushToDisk: true);
    }
}
