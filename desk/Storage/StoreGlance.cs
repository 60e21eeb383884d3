using System.Data.Common;
using System.IO;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ChatSupport.Desk.Storage;

/// <summary>Reads in a store that may be at work for another program: nothing is created, locked or brought up to date.</summary>
public static class StoreGlance
{
    /// <param name="connection">As for <see cref="Store.Open"/>.</param>
    /// <returns>Null when there is no store, or none that can tell: it is an older program's, or cannot be reached.</returns>
    public static async Task<T?> Read<T>(string connection, Func<Reader, ValueTask<T>> read) where T : class
    {
        try
        {
            if (Connection(connection) is not { } database)
                return null;
            await using (database)
            {
                await database.OpenAsync();
                return await read(new Reader(database, database is SqliteConnection ? Dialect.Sqlite : Dialect.Postgres));
            }
        }
        catch (Exception error) when (error is DbException or StoreRefusedException or TimeoutException)
        {
            return null;
        }
    }

    private static DbConnection? Connection(string connection)
    {
        if (PostgresAddress.IsNamedBy(connection))
            return new NpgsqlConnection(new NpgsqlConnectionStringBuilder(PostgresAddress.Of(connection).ConnectionString) { Pooling = false }.ConnectionString);
        var file = SqliteStore.Address(connection);
        file.Mode = SqliteOpenMode.ReadOnly;
        return File.Exists(file.DataSource) ? new SqliteConnection(file.ConnectionString) : null;
    }
}
