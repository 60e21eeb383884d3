using ChatSupport.Desk.Language;

namespace ChatSupport.Desk.Storage;

/// <summary>
/// What the desk remembers. A write is answered when it is durable and not before; reads never wait for writes.
/// Instants are kept to the millisecond.
/// </summary>
public abstract class Store : IAsyncDisposable
{
    /// <summary>News that may stand for any others.</summary>
    public const string Anything = "*";

    /// <summary>What this instance of the program is called among those that share the store.</summary>
    public string Instance { get; } = InstanceName.New();

    /// <summary>Whether other instances may be using it.</summary>
    public virtual bool IsShared => false;

    /// <summary>Raised when another instance tells something, or may have: see <see cref="Tell"/>.</summary>
    public event Action<string>? Heard;

    /// <summary>Opens the store and brings its schema up to date; an embedded one is created with its folder.</summary>
    /// <param name="connection">
    /// The path of a file, a connection string with a <c>Data Source</c>, or one with the <c>Host</c> of a PostgreSQL server.
    /// </param>
    /// <exception cref="StoreRefusedException">Another process has it, a newer program wrote it, or it cannot be opened at all.</exception>
    public static Task<Store> Open(string connection) =>
        Task.Run(() => PostgresAddress.IsNamedBy(connection) ? PostgresStore.OpenDatabase(connection) : SqliteStore.OpenFile(connection));

    /// <summary>The folder of the embedded store; null when the connection names a server, or nothing that is understood.</summary>
    public static string? FolderOf(string connection)
    {
        try
        {
            return PostgresAddress.IsNamedBy(connection) ? null : System.IO.Path.GetDirectoryName(SqliteStore.Address(connection).DataSource);
        }
        catch (StoreRefusedException)
        {
            return null;
        }
    }

    /// <summary>
    /// Runs <paramref name="decide"/> in a transaction. It shares the COMMIT with its neighbours but not their failures, sees
    /// what was decided before it, and is run again when a neighbour or the server fails; so it changes nothing except through its session, and
    /// never waits for another write.
    /// </summary>
    /// <param name="cancellation">Withdraws the command while it waits for its turn. Once its turn has come the outcome stands.</param>
    /// <returns>What <paramref name="decide"/> returned, refusals included, after the COMMIT. An exception undoes its changes.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    public abstract Task<T> Write<T>(Func<Session, ValueTask<T>> decide, CancellationToken cancellation = default);

    /// <summary>
    /// Runs <paramref name="read"/> on one snapshot: it sees everything answered before, and nothing that changes meanwhile. It is run
    /// again when a server is lost, so it changes nothing.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The store cannot be read.</exception>
    public abstract Task<T> Read<T>(Func<Reader, ValueTask<T>> read, CancellationToken cancellation = default);

    /// <summary>Reads one thing, with a single statement: it needs no snapshot held around it.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be read.</exception>
    public virtual Task<T> Ask<T>(Func<Reader, ValueTask<T>> question, CancellationToken cancellation = default) => Read(question, cancellation);

    /// <summary>Reads two things of one state, each with a single statement.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be read.</exception>
    public Task<(T1 First, T2 Second)> Ask<T1, T2>(Func<Reader, ValueTask<T1>> one, Func<Reader, ValueTask<T2>> other, CancellationToken cancellation = default) =>
        Ask(reader => reader.Together(one, other), cancellation);

    /// <summary>Reads three things of one state, each with a single statement.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be read.</exception>
    public Task<(T1 First, T2 Second, T3 Third)> Ask<T1, T2, T3>(
        Func<Reader, ValueTask<T1>> one, Func<Reader, ValueTask<T2>> other, Func<Reader, ValueTask<T3>> last, CancellationToken cancellation = default) =>
        Ask(reader => reader.Together(one, other, last), cancellation);

    /// <summary>Writes something small, to know rather than to believe that the store can be written.</summary>
    public abstract Task<StoreHealth> Check(CancellationToken cancellation = default);

    /// <summary>Tells the other instances something, sooner or later or never: for waking them, and for nothing that must arrive.</summary>
    /// <param name="news">One line of at most 70 characters.</param>
    public virtual void Tell(string news)
    {
    }

    /// <summary>Finishes what was accepted, refuses what comes later, and closes.</summary>
    public abstract ValueTask DisposeAsync();

    private protected void Hear(string news) => Heard?.Invoke(news);
}

/// <param name="Why">What keeps the store from being written; null when nothing does.</param>
/// <param name="Waiting">How many commands wait for their turn.</param>
public sealed record StoreHealth(Sentence? Why, int Waiting)
{
    public bool Writable => Why is null;
}
