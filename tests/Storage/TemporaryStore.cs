using System.IO;
using ChatSupport.Desk.Storage;
using ChatSupport.Tests.Driver;
using Microsoft.Data.Sqlite;

namespace ChatSupport.Tests.Storage;

/// <summary>A real store in a folder of its own, gone afterwards.</summary>
internal sealed class TemporaryStore(string settings) : IAsyncDisposable
{
    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("chatsupport-store");
    private Store? store;
    private string connection = "";

    public string Path => System.IO.Path.Combine(folder.FullName, "data", "desk.db");

    public Store Store => store ?? throw new InvalidOperationException("Open it first.");

    public static async Task<TemporaryStore> Open(string settings = "")
    {
        var temporary = new TemporaryStore(settings);
        await temporary.Reopen();
        return temporary;
    }

    public async Task Reopen()
    {
        await Close();
        connection = TestStore.IsPostgres ? await TestStore.In(folder.FullName) : $"Data Source={Path};{settings}";
        store = await Store.Open(connection);
    }

    public async Task Close()
    {
        if (store is not null)
            await store.DisposeAsync();
        store = null;
    }

    public Task<T> Write<T>(Func<Session, ValueTask<T>> decide) => Store.Write(decide, TestContext.Current.CancellationToken);

    public Task Write(Func<Session, ValueTask> decide) => Write(async session =>
    {
        await decide(session);
        return true;
    });

    public Task<T> Read<T>(Func<Reader, ValueTask<T>> read) => Store.Read(read, TestContext.Current.CancellationToken);

    /// <summary>Asks the database itself, through a connection of which the store knows nothing.</summary>
    public T Ask<T>(string sql) => TestStore.IsPostgres ? PostgresServer.Ask<T>(connection, sql).GetAwaiter().GetResult() : Ask<T>(Path, sql);

    public static T Ask<T>(string file, string sql)
    {
        using var asking = new SqliteConnection($"Data Source={file};Pooling=False");
        asking.Open();
        using var command = asking.CreateCommand();
        command.CommandText = sql;
        return (T)command.ExecuteScalar()!;
    }

    public void Run(string sql) => Ask<object?>(sql);

    public async ValueTask DisposeAsync()
    {
        await Close();
        folder.Delete(recursive: true);
    }
}
