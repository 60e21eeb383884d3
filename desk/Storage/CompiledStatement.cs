using System.Data.Common;

namespace ChatSupport.Desk.Storage;

/// <summary>A statement that is compiled once, and done as soon as it is said.</summary>
internal sealed class CompiledStatement(DbConnection connection, Dialect dialect, string sql) : Statement
{
    private readonly DbCommand command = connection.CreateCommand();
    private DbParameter[]? parameters;

    public override Statement With(params ReadOnlySpan<object?> values)
    {
        parameters ??= Compile(values.Length);
        for (var i = 0; i < values.Length; i++)
            parameters[i].Value = ValueOf(values[i], dialect);
        return this;
    }

    public override ValueTask<int> Execute() => new(command.ExecuteNonQueryAsync());

    public override async ValueTask Later() => await Execute();

    public override void Run()
    {
        parameters ??= Compile(0);
        command.ExecuteNonQuery();
    }

    public override void Dispose() => command.Dispose();

    protected override async ValueTask<T> Ask<T>(Func<DbDataReader, ValueTask<T>> read)
    {
        await using var rows = await command.ExecuteReaderAsync();
        return await read(rows);
    }

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
