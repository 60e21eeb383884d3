using System.Data;
using ChatSupport.Desk.Language;
using DbUp;
using Npgsql;

namespace ChatSupport.Desk.Storage;

/// <summary>The store in a PostgreSQL database, which any number of instances share: a transaction for each write, side by side.</summary>
internal sealed class PostgresStore : Store
{
    /// <summary>How long a write insists when the server is away or others are in its way: a restart of the server goes by unnoticed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>How long who was let in may take to come out. What a server that does not answer has not committed, it undoes.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    private readonly NpgsqlDataSource writing;
    private readonly NpgsqlDataSource reading;
    private readonly int places;
    private readonly SemaphoreSlim writers;
    private readonly SemaphoreSlim readers;
    private readonly Grapevine grapevine;
    private int waiting;
    private int disposed;

    private PostgresStore(NpgsqlConnectionStringBuilder address)
    {
        (writing, reading) = (NpgsqlDataSource.Create(address), NpgsqlDataSource.Create(address.ForReading()));
        places = address.MaxPoolSize;
        (writers, readers) = (new SemaphoreSlim(places), new SemaphoreSlim(places));
        grapevine = new Grapevine(address, Instance, Hear);
    }

    public override bool IsShared => true;

    public static async Task<Store> OpenDatabase(string connection)
    {
        var address = PostgresAddress.Of(connection);
        try
        {
            await BringUpToDate(address);
            return new PostgresStore(address);
        }
        catch (Exception error) when (error is NpgsqlException or TimeoutException)
        {
            throw new StoreRefusedException(DeskText.Say("Storage.ServerRefuses", address.Said(), error.Message), error);
        }
    }

    public override async Task<T> Write<T>(Func<Session, ValueTask<T>> decide, CancellationToken cancellation = default)
    {
        ObjectDisposedException.ThrowIf(disposed == 1, typeof(Store));
        Interlocked.Increment(ref waiting);
        try
        {
            await writers.WaitAsync(cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
        try
        {
            return await Insist(() => PostgresTransaction.Run(writing, Instance, decide, cancellation), cancellation);
        }
        finally
        {
            writers.Release();
        }
    }

    public override Task<T> Read<T>(Func<Reader, ValueTask<T>> read, CancellationToken cancellation = default) =>
        WhileReading(() => Look(read, cancellation), cancellation);

    public override Task<T> Ask<T>(Func<Reader, ValueTask<T>> question, CancellationToken cancellation = default) => WhileReading(
        async () =>
        {
            await using var connection = await reading.OpenConnectionAsync(cancellation);
            await using var pipeline = new Pipeline(connection, trips: 1);
            return await question(new Reader(connection, Dialect.Postgres, pipeline));
        }, cancellation);

    private async Task<T> WhileReading<T>(Func<Task<T>> read, CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(disposed == 1, typeof(Store));
        await readers.WaitAsync(cancellation);
        try
        {
            return await Insist(read, cancellation);
        }
        finally
        {
            readers.Release();
        }
    }

    public override async Task<StoreHealth> Check(CancellationToken cancellation = default)
    {
        try
        {
            await Write(session => session.NextNumber("check"), cancellation);
            return new(null, waiting);
        }
        catch (StoreUnavailableException unavailable)
        {
            return new(unavailable.Sentence, waiting);
        }
    }

    public override void Tell(string news) => grapevine.Tell(news);

    public override async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1)
            return;
        await Task.WhenAll(Empty(writers), Empty(readers), grapevine.DisposeAsync().AsTask())
            .WaitAsync(Farewell, TimeProvider.System)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await reading.DisposeAsync();
        await writing.DisposeAsync();
    }

    /// <summary>Whoever was let in before has come out.</summary>
    private async Task Empty(SemaphoreSlim room)
    {
        for (var place = 0; place < places; place++)
            await room.WaitAsync();
    }

    private async Task<T> Look<T>(Func<Reader, ValueTask<T>> read, CancellationToken cancellation)
    {
        await using var connection = await reading.OpenConnectionAsync(cancellation);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        await using var pipeline = new Pipeline(connection);
        return await read(new Reader(connection, Dialect.Postgres, pipeline));
    }

    /// <summary>Tries again what came to nothing through no fault of its own.</summary>
    private static async Task<T> Insist<T>(Func<Task<T>> attempt, CancellationToken cancellation)
    {
        var began = TimeProvider.System.GetTimestamp();
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await attempt();
            }
            catch (Exception error) when (Dialect.Postgres.Explain(error) is StoreUnavailableException unavailable)
            {
                if (!unavailable.WorthARetry || TimeProvider.System.GetElapsedTime(began) > Patience)
                    throw Dialect.Postgres.Explain(error);
            }
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(tries * 20, 250) * (1 + Random.Shared.NextDouble())), TimeProvider.System, cancellation);
        }
    }

    /// <summary>One instance at a time; those that start meanwhile wait, and find it done.</summary>
    private static async Task BringUpToDate(NpgsqlConnectionStringBuilder address)
    {
        await using var alone = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(address.ConnectionString) { Pooling = false }.ConnectionString);
        await alone.OpenAsync();
        await using var turn = new NpgsqlCommand("SET lock_timeout = '60s'; SELECT pg_advisory_lock(hashtextextended('chatsupport.schema', 0))", alone);
        await turn.ExecuteNonQueryAsync();
        Migration.Run(DeployChanges.To.PostgresqlDatabase(alone.ConnectionString), Dialect.Postgres, address.Said());
    }
}
