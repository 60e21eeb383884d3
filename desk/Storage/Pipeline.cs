using System.Data.Common;
using Npgsql;

namespace ChatSupport.Desk.Storage;

/// <summary>
/// The statements of one transaction on their way to PostgreSQL. Those whose outcome nobody waits for travel with the next that somebody
/// does, the last of them with the COMMIT: whoever holds what others need, a number or a lane, makes as few trips as possible.
/// </summary>
internal sealed class Pipeline(NpgsqlConnection connection) : IAsyncDisposable
{
    private readonly NpgsqlBatch batch = connection.CreateBatch();
    private Action<DbDataReader>? readFirst;
    private bool isSent;

    /// <summary>Comes before everything else; its answer is read when the first of the others is.</summary>
    public void AskFirst(string sql, Action<DbDataReader> read)
    {
        Add(new NpgsqlBatchCommand(sql));
        readFirst = read;
    }

    public void Add(NpgsqlBatchCommand command)
    {
        if (isSent)
            batch.BatchCommands.Clear();
        isSent = false;
        batch.BatchCommands.Add(command);
    }

    /// <returns>The answer to this one; everything before it is done.</returns>
    public async Task<DbDataReader> Ask(NpgsqlBatchCommand command)
    {
        Add(command);
        isSent = true;
        var answers = await batch.ExecuteReaderAsync();
        if (readFirst is { } read)
        {
            readFirst = null;
            await answers.ReadAsync();
            read(answers);
            await answers.NextResultAsync();
        }
        return answers;
    }

    /// <returns>How many rows this one changed.</returns>
    public async ValueTask<int> Execute(NpgsqlBatchCommand command)
    {
        await using (await Ask(command))
        {
        }
        return (int)command.RecordsAffected;
    }

    public ValueTask DisposeAsync() => batch.DisposeAsync();
}
