using ChatSupport.Desk.Language;

namespace ChatSupport.Desk.Storage;

/// <summary>
/// What the desk remembers. A write is answered when it is durable and not before; reads never wait for writes.
/// Instants are kept to the millisecond.
/// </summary>
public abstract class Store : IAsyncDisposable
{
    /// <summary>Opens the embedded store, creating the file and its folder and bringing its schema up to date.</summary>
    /// <param name="connection">The path of a file, or a connection string with a <c>Data Source</c>.</param>
    /// <exception cref="StoreRefusedException">Another process has it, a newer program wrote it, or it cannot be opened at all.</exception>
    public static Task<Store> Open(string connection) => Task.Run(() => SqliteStore.OpenFile(connection));

    /// <summary>
    /// Runs <paramref name="decide"/> in a transaction. It shares the COMMIT with its neighbours but not their failures, sees
    /// what was decided before it, and is run again when a neighbour fails; so it changes nothing except through its session, and
    /// never waits for another write.
    /// </summary>
    /// <param name="cancellation">Withdraws the command while it waits for its turn. Once its turn has come the outcome stands.</param>
    /// <returns>What <paramref name="decide"/> returned, refusals included, after the COMMIT. An exception undoes its changes.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    public abstract Task<T> Write<T>(Func<Session, ValueTask<T>> decide, CancellationToken cancellation = default);

    /// <summary>Runs <paramref name="read"/> on one snapshot: it sees everything answered before, and nothing that changes meanwhile.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be read.</exception>
    public abstract Task<T> Read<T>(Func<Reader, ValueTask<T>> read, CancellationToken cancellation = default);

    /// <summary>Writes something small, to know rather than to believe that the store can be written.</summary>
    public abstract Task<StoreHealth> Check(CancellationToken cancellation = default);

    /// <summary>Finishes what was accepted, refuses what comes later, and closes.</summary>
    public abstract ValueTask DisposeAsync();
}

/// <param name="Why">What keeps the store from being written; null when nothing does.</param>
/// <param name="Waiting">How many commands wait for their turn.</param>
public sealed record StoreHealth(Sentence? Why, int Waiting)
{
    public bool Writable => Why is null;
}
