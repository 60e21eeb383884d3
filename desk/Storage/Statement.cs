using System.Data.Common;
using NodaTime;

namespace ChatSupport.Desk.Storage;

/// <summary>One compiled statement with its parameters <c>$1, $2, ...</c>, used again and again on one connection.</summary>
internal sealed class Statement(DbConnection connection, Dialect dialect, string sql) : IDisposable
{
    private readonly DbCommand command = connection.CreateCommand();
    private DbParameter[]? parameters;

    /// <summary>Fills the parameters in order; instants become milliseconds and truths 0 or 1.</summary>
    public Statement With(params ReadOnlySpan<object?> values)
    {
        parameters ??= Compile(values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            parameters[i].Value = values[i] switch
            {
                null => DBNull.Value,
                Instant instant => instant.ToUnixTimeMilliseconds(),
                bool truth => truth ? 1L : 0L,
                string text => dialect.Text(text),
                var value => value,
            };
        }

        return this;
    }

    /// <returns>How many rows changed.</returns>
    public ValueTask<int> Execute() => new(command.ExecuteNonQueryAsync());

    /// <summary>For BEGIN, COMMIT and their like, which take no parameters and have no answer.</summary>
    public void Run()
    {
        parameters ??= Compile(0);
        command.ExecuteNonQuery();
    }

    public async ValueTask<T?> First<T>(Func<DbDataReader, T> read)
    {
        await using var row = await command.ExecuteReaderAsync();
        return await row.ReadAsync() ? read(row) : default;
    }

    public async ValueTask<List<T>> All<T>(Func<DbDataReader, T> read)
    {
        var rows = new List<T>();
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
            rows.Add(read(row));
        return rows;
    }

    public void Dispose() => command.Dispose();

    private DbParameter[] Compile(int count)
    {
        command.CommandText = dialect.Adapt(sql);
        var made = new DbParameter[count];
        for (var i = 0; i < count; i++)
        {
            made[i] = command.CreateParameter();
            made[i].ParameterName = dialect.Parameter(i + 1);
            command.Parameters.Add(made[i]);
        }

        dialect.Prepare(command);
        return made;
    }
}
