using System.Data.Common;
using Npgsql;

namespace ChatSupport.Desk.Storage;

/// <summary>
/// The statements of one snapshot or transaction on their way to PostgreSQL. Those whose outcome nobody waits for travel with the next that
/// somebody does, the last of them with the COMMIT: whoever holds what others need, a number or a lane, makes as few trips as possible.
/// </summary>
/// <param name="trips">How many it may make, if that is limited: without a transaction around them each would see another state.</param>
internal sealed class Pipeline(NpgsqlConnection connection, int? trips = null) : IAsyncDisposable
{
    private readonly NpgsqlBatch batch = connection.CreateBatch();
    private readonly Queue<Func<DbDataReader, ValueTask>> unread = [];
    private int? left = trips;
    private bool isGathering;
    private bool isSent;
    private bool isReading;

    /// <summary>Comes before everything else; its answer is read when the first of the others is.</summary>
    public void AskFirst(NpgsqlBatchCommand command, Action<DbDataReader> read)
    {
        Add(command);
        unread.Enqueue(async row =>
        {
            await row.ReadAsync();
            read(row);
        });
    }

    public void Add(NpgsqlBatchCommand command)
    {
        if (isSent)
            batch.BatchCommands.Clear();
        isSent = false;
        batch.BatchCommands.Add(command);
    }

    /// <returns>The answer to this one; everything before it is done.</returns>
    public async ValueTask<T> Ask<T>(NpgsqlBatchCommand command, Func<DbDataReader, ValueTask<T>> read)
    {
        if (isReading)
            throw new InvalidOperationException("Of those who ask together each asks one thing.");
        var answer = new TaskCompletionSource<T>();
        Add(command);
        unread.Enqueue(async rows => answer.SetResult(await read(rows)));
        if (!isGathering)
            await Send();
        return await answer.Task;
    }

    /// <summary>Whatever is asked from here on waits for <see cref="SendGathered"/>.</summary>
    public void Gather() => isGathering = true;

    public async ValueTask SendGathered()
    {
        await Send();
        isGathering = false;
    }

    /// <returns>How many rows this one changed.</returns>
    public async ValueTask<int> Execute(NpgsqlBatchCommand command)
    {
        Add(command);
        await Send();
        return (int)command.RecordsAffected;
    }

    public ValueTask DisposeAsync() => batch.DisposeAsync();

    private async ValueTask Send()
    {
        if (left-- == 0)
            throw new InvalidOperationException("Whoever asks one thing after another reads them on one snapshot.");
        isSent = true;
        await using var answers = await batch.ExecuteReaderAsync();
        isReading = true;
        while (unread.TryDequeue(out var read))
        {
            await read(answers);
            await answers.NextResultAsync();
        }
        isReading = false;
    }
}
