using System.Data.Common;

namespace ChatSupport.Desk.Storage;

/// <summary>One snapshot of the store. What can be read stands beside each table: <see cref="TicketTable"/> and its neighbours.</summary>
public class Reader
{
    private readonly DbConnection connection;
    private readonly Dictionary<string, Statement> statements = new(StringComparer.Ordinal);
    private int? left;

    /// <param name="statements">How many it may ask, if that is limited: without a transaction around them each would see another state.</param>
    internal Reader(DbConnection connection, Dialect dialect, int? statements = null) =>
        (this.connection, Dialect, left) = (connection, dialect, statements);

    internal Dialect Dialect { get; }

    /// <summary>The statement for this text, compiled the first time and kept for as long as the connection lives.</summary>
    internal Statement Prepare(string sql)
    {
        if (left-- == 0)
            throw new InvalidOperationException("Whoever asks more than one thing reads them on one snapshot.");
        if (!statements.TryGetValue(sql, out var statement))
            statements[sql] = statement = New(sql);
        return statement;
    }

    /// <summary>Every statement that was used so far.</summary>
    internal IReadOnlyCollection<string> Texts => statements.Keys;

    private protected virtual Statement New(string sql) => new CompiledStatement(connection, Dialect, sql);

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
    private readonly Pipeline? pipeline;

    internal Session(DbConnection connection, Dialect dialect, string instance, Pipeline? pipeline = null) : base(connection, dialect) =>
        (Instance, this.pipeline) = (instance, pipeline);

    /// <summary>Who is writing: the name of this instance of the program.</summary>
    internal string Instance { get; }

    /// <summary>The lanes of the outbox in which this transaction has changed something. They are opened last.</summary>
    internal SortedSet<string> Lanes { get; } = new(StringComparer.Ordinal);

    private protected override Statement New(string sql) => pipeline is null ? base.New(sql) : new PipedStatement(pipeline, sql);
}
