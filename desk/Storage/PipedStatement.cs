using System.Data.Common;
using Npgsql;

namespace ChatSupport.Desk.Storage;

/// <summary>A statement that travels with others.</summary>
internal sealed class PipedStatement(Pipeline pipeline, string sql) : Statement
{
    private object[] values = [];

    public override Statement With(params ReadOnlySpan<object?> values)
    {
        var given = new object[values.Length];
        for (var i = 0; i < values.Length; i++)
            given[i] = ValueOf(values[i], Dialect.Postgres);
        this.values = given;
        return this;
    }

    public override ValueTask<int> Execute() => pipeline.Execute(Command());

    public override ValueTask Later()
    {
        pipeline.Add(Command());
        return default;
    }

    public override void Run() => throw new NotSupportedException("The transaction is begun and ended by its pipeline.");

    public override void Dispose()
    {
    }

    protected override ValueTask<T> Ask<T>(Func<DbDataReader, ValueTask<T>> read) => pipeline.Ask(Command(), read);

    private NpgsqlBatchCommand Command()
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
