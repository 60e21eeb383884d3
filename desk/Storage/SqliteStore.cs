using System.IO;
using ChatSupport.Desk.Language;
using DbUp;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ChatSupport.Desk.Storage;

/// <summary>The embedded store: one SQLite file, one writer, a few readers beside it.</summary>
internal sealed class SqliteStore : Store
{
    // FULL flushes the log at every commit: what was answered survives a power cut. The log is folded back into the file
    // every 32 MB, so that a page changed by many commits is copied once. Savepoints are kept in memory.
    private const string ForWriting =
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 8000; "
        + "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32768";

    private const string ForReading = "PRAGMA query_only = ON; PRAGMA cache_size = -16384";

    /// <summary>A connection is used by one thread at a time here, so SQLite need not see to it; nor does anybody ask how much memory it takes.</summary>
    static SqliteStore()
    {
        Batteries_V2.Init();
        raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
        raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    private readonly FileStream held;
    private readonly Writer writer;
    private readonly ReaderPool readers;
    private int disposed;

    private SqliteStore(FileStream held, SqliteConnection writing, ReaderPool readers) =>
        (this.held, writer, this.readers) = (held, new Writer(writing, Instance), readers);

    public static async Task<Store> OpenFile(string connection)
    {
        var file = Address(connection);
        var taken = StoreLock.Take(file.DataSource);
        try
        {
            Migration.Run(DeployChanges.To.SqliteDatabase(file.ConnectionString), Dialect.Sqlite, file.DataSource);
            var writing = Connect(file, ForWriting);
            var reading = Enumerable.Range(0, Math.Clamp(Environment.ProcessorCount, 2, 8)).Select(_ => Connect(file, ForReading));
            var store = new SqliteStore(taken, writing, new ReaderPool([.. reading]));
            // The lock says that whoever claimed these is gone.
            await store.Write(session => session.ReleaseClaims());
            return store;
        }
        catch (Exception error)
        {
            await taken.DisposeAsync();
            if (Dialect.Sqlite.Explain(error) is StoreUnavailableException unavailable)
                throw new StoreRefusedException(unavailable.Sentence, error);
            throw;
        }
    }

    public override Task<T> Write<T>(Func<Session, ValueTask<T>> decide, CancellationToken cancellation = default) =>
        writer.Write(decide, cancellation);

    public override Task<T> Read<T>(Func<Reader, ValueTask<T>> read, CancellationToken cancellation = default) =>
        readers.Read(read, cancellation);

    public override async Task<StoreHealth> Check(CancellationToken cancellation = default)
    {
        try
        {
            await Write(session => session.NextNumber("check"), cancellation);
            return new(null, writer.Waiting);
        }
        catch (StoreUnavailableException unavailable)
        {
            return new(unavailable.Sentence, writer.Waiting);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1)
            return;

        // The writer closes last: whoever is last folds the log back into the file.
        await readers.Close();
        await writer.DisposeAsync();
        await held.DisposeAsync();
    }

    /// <exception cref="StoreRefusedException">It is no connection string.</exception>
    internal static SqliteConnectionStringBuilder Address(string connection)
    {
        try
        {
            var address = connection.Contains('=', StringComparison.Ordinal)
                ? new SqliteConnectionStringBuilder(connection)
                : new() { DataSource = connection };
            // A store in memory would forget, and nothing could read beside the writer.
            if (address.DataSource is "" or ":memory:")
                throw new ArgumentException(address.DataSource, nameof(connection));

            address.DataSource = Path.GetFullPath(address.DataSource);
            address.Pooling = false;
            // How long to wait for whoever else may hold the file, a backup for one.
            if (!address.ShouldSerialize("Default Timeout"))
                address.DefaultTimeout = 5;
            return address;
        }
        catch (ArgumentException error)
        {
            throw new StoreRefusedException(DeskText.Say("Storage.NotUnderstood"), error);
        }
    }

    private static SqliteConnection Connect(SqliteConnectionStringBuilder file, string settings)
    {
        var connection = new SqliteConnection(file.ConnectionString);
        connection.Open();
        // A plan is made once for each statement, and not again for each value.
        raw.sqlite3_db_config(connection.Handle, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _);
        using var command = connection.CreateCommand();
        command.CommandText = settings;
        command.ExecuteNonQuery();
        return connection;
    }
}
