using System.Data.Common;
using NodaTime;

namespace ChatSupport.Desk.Storage;

/// <summary>One statement with its parameters <c>$1, $2, ...</c>, used again and again on one connection.</summary>
internal abstract class Statement : IDisposable
{
    /// <summary>Fills the parameters in order; instants become milliseconds and truths 0 or 1.</summary>
    public abstract Statement With(params ReadOnlySpan<object?> values);

    /// <returns>How many rows changed.</returns>
    public abstract ValueTask<int> Execute();

    /// <summary>Done before whatever is asked next, and before the COMMIT at the latest; nobody wants to know what came of it, except when it fails.</summary>
    public abstract ValueTask Later();

    /// <summary>For BEGIN, COMMIT and their like, which take no parameters and have no answer.</summary>
    public abstract void Run();

    public ValueTask<T?> First<T>(Func<DbDataReader, T> read) => Ask(async row => await row.ReadAsync() ? read(row) : default);

    public ValueTask<List<T>> All<T>(Func<DbDataReader, T> read) => Ask(async row =>
    {
        var rows = new List<T>();
        while (await row.ReadAsync())
            rows.Add(read(row));
        return rows;
    });

    public abstract void Dispose();

    protected abstract ValueTask<T> Ask<T>(Func<DbDataReader, ValueTask<T>> read);

    protected static object ValueOf(object? given, Dialect dialect) => given switch
    {
        null => DBNull.Value,
        Instant instant => instant.ToUnixTimeMilliseconds(),
        bool truth => truth ? 1L : 0L,
        string text => dialect.Text(text),
        var value => value,
    };
}
