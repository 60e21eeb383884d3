using System.Data;
using ChatSupport.Desk.Language;
using Npgsql;

namespace ChatSupport.Desk.Storage;

/// <summary>
/// One write in a transaction of its own. It gives back what others wait for, a number or a lane, as soon as it is committed, and is
/// answered when the disk has it: the COMMIT does not wait for the disk, but a word that is written right behind it does, and with it all
/// that stands before. Many then wait for one turn of the disk, instead of each for its own.
/// When the connection is lost in the middle of the COMMIT, the server is asked what became of it: an answer is neither given for nothing
/// nor withheld for something, and nothing is written twice. A server that crashed may give a transaction's number, if nothing of it had
/// reached its disk, to a later one; then what was committed under it proves nothing.
/// </summary>
internal static class PostgresTransaction
{
    /// <summary>A word in the server's log for nobody. Whoever reads what it answers knows that everything before is on the disk.</summary>
    private const string Flush = "SELECT pg_logical_emit_message(true, 'chatsupport', '')";

    /// <summary>What the transaction is called; and it does not wait for the disk.</summary>
    private const string Begin = "SELECT pg_current_xact_id()::text, pg_postmaster_start_time()::text, set_config('synchronous_commit', 'off', true)";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public static async Task<T> Run<T>(
        NpgsqlDataSource database, string instance, Func<Session, ValueTask<T>> decide, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        // Each statement sees what was committed before it: who has waited for a row finds it as the one before left it.
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, CancellationToken.None);
        await using var pipeline = new Pipeline(connection);
        Name? name = null;
        pipeline.AskFirst(new NpgsqlBatchCommand(Begin), row => name = new Name(row.GetString(0), row.GetString(1)));
        var session = new Session(connection, Dialect.Postgres, instance, pipeline);
        var result = await decide(session);
        // What the transaction is called has to be known before it may be in doubt.
        if (name is null)
            await pipeline.Execute(new NpgsqlBatchCommand("SELECT 1"));
        await session.OpenLanes();
        var onDisk = new NpgsqlBatchCommand(Flush);
        try
        {
            pipeline.Add(new NpgsqlBatchCommand("COMMIT"));
            await pipeline.Execute(onDisk);
        }
        catch (NpgsqlException lost) when (LeavesDoubt(lost) || lost.BatchCommand == onDisk)
        {
            if (!await WasCommitted(database, name!, lost))
                throw;
        }
        return result;
    }

    /// <summary>A server that answers the COMMIT with a refusal has undone it; one that goes away may have done it.</summary>
    private static bool LeavesDoubt(NpgsqlException error) => error is not PostgresException { SqlState: not ['5', '7', 'P', ..] };

    private static async Task<bool> WasCommitted(NpgsqlDataSource database, Name name, Exception lost)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began) < Patience)
        {
            switch (await FateOf(database, name))
            {
                case (Status: "committed", IsSameServer: true):
                    return true;
                case (Status: "committed", IsSameServer: false):
                    throw Uncertain(lost);
                case (Status: "aborted", _):
                    return false;
            }
            await Task.Delay(Pause, TimeProvider.System, CancellationToken.None);
        }
        throw Uncertain(lost);
    }

    /// <summary>Whoever sends it again under the same delivery id learns what became of it.</summary>
    private static StoreUnavailableException Uncertain(Exception lost) => new(DeskText.Say("Storage.Uncertain"), worthARetry: false, lost);

    /// <summary>Null while the server is away.</summary>
    private static async Task<(string? Status, bool IsSameServer)?> FateOf(NpgsqlDataSource database, Name name)
    {
        try
        {
            await using var question = database.CreateCommand($"{Flush}, pg_xact_status($1::xid8), pg_postmaster_start_time()::text");
            question.Parameters.Add(new NpgsqlParameter { Value = name.Number });
            await using var answer = await question.ExecuteReaderAsync();
            return await answer.ReadAsync() ? (answer.IsDBNull(1) ? null : answer.GetString(1), answer.GetString(2) == name.Server) : null;
        }
        catch (NpgsqlException)
        {
            return null;
        }
    }

    /// <param name="Number">What the server calls the transaction.</param>
    /// <param name="Server">Since when that server runs: a crashed one starts anew.</param>
    private sealed record Name(string Number, string Server);
}
