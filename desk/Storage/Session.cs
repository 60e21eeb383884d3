using System.Data.Common;

namespace ChatSupport.Desk.Storage;

/// <summary>One snapshot of the store. What can be read stands beside each table: <see cref="TicketTable"/> and its neighbours.</summary>
public class Reader
{
    private readonly DbConnection connection;
    private readonly Pipeline? pipeline;
    private readonly Dictionary<string, Statement> statements = new(StringComparer.Ordinal);

    /// <param name="pipeline">By which statements travel to a server.</param>
    internal Reader(DbConnection connection, Dialect dialect, Pipeline? pipeline = null) =>
        (this.connection, Dialect, this.pipeline) = (connection, dialect, pipeline);

    internal Dialect Dialect { get; }

    /// <summary>Asks two things at once, each with one statement: of a server in one trip, the first answered before the second is looked at.</summary>
    public async ValueTask<(T1 First, T2 Second)> Together<T1, T2>(Func<Reader, ValueTask<T1>> one, Func<Reader, ValueTask<T2>> other)
    {
        if (pipeline is null)
            return (await one(this), await other(this));
        pipeline.Gather();
        var (first, second) = (one(this).AsTask(), other(this).AsTask());
        await pipeline.SendGathered();
        return (await first, await second);
    }

    /// <summary>Asks three things at once, each with one statement.</summary>
    public async ValueTask<(T1 First, T2 Second, T3 Third)> Together<T1, T2, T3>(
        Func<Reader, ValueTask<T1>> one, Func<Reader, ValueTask<T2>> other, Func<Reader, ValueTask<T3>> last)
    {
        if (pipeline is null)
            return (await one(this), await other(this), await last(this));
        pipeline.Gather();
        var (first, second, third) = (one(this).AsTask(), other(this).AsTask(), last(this).AsTask());
        await pipeline.SendGathered();
        return (await first, await second, await third);
    }

    /// <summary>The statement for this text, compiled the first time and kept for as long as the connection lives.</summary>
    internal Statement Prepare(string sql)
    {
        if (!statements.TryGetValue(sql, out var statement))
            statements[sql] = statement = pipeline is null ? new CompiledStatement(connection, Dialect, sql) : new PipedStatement(pipeline, sql);
        return statement;
    }

    /// <summary>Every statement that was used so far.</summary>
    internal IReadOnlyCollection<string> Texts => statements.Keys;

    internal void Close()
    {
        foreach (var statement in statements.Values)
            statement.Dispose();
        connection.Dispose();
    }
}

/// <summary>A transaction of the store: everything that can be read, and what can be written.</summary>
public sealed class Session : Reader
{
    internal Session(DbConnection connection, Dialect dialect, string instance, Pipeline? pipeline = null) : base(connection, dialect, pipeline) =>
        Instance = instance;

    /// <summary>Who is writing: the name of this instance of the program.</summary>
    internal string Instance { get; }

    /// <summary>The lanes of the outbox in which this transaction has changed something. They are opened last.</summary>
    internal SortedSet<string> Lanes { get; } = new(StringComparer.Ordinal);

    /// <summary>What it has to tell, and whether each says only how something stands. It is written when the lanes are opened.</summary>
    internal List<(OutboxRow Message, bool IsLatest)> Leaving { get; } = [];
}
