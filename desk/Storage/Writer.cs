using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace ChatSupport.Desk.Storage;

/// <summary>
/// The one writer. While it waits for the disk, commands gather; it takes those that came together, has them committed
/// together, and only then answers them.
/// </summary>
internal sealed class Writer : IAsyncDisposable
{
    // Beyond this many waiting commands, callers wait for a place to wait in.
    private const int Places = 1024;
    private const int BatchSize = 256;

    private readonly Channel<Command> queue = Channel.CreateBounded<Command>(new BoundedChannelOptions(Places) { SingleReader = true });
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly GroupCommit together;

    public Writer(SqliteConnection connection, string instance)
    {
        together = new GroupCommit(connection, instance);
        // A thread of its own: it spends its life waiting for the disk, and the pool's threads belong to the callers.
        new Thread(Run) { IsBackground = true, Name = "Store" }.UnsafeStart();
    }

    public int Waiting => queue.Reader.Count;

    public async Task<T> Write<T>(Func<Session, ValueTask<T>> decide, CancellationToken cancellation)
    {
        var command = new Command<T>(decide);
        try
        {
            await queue.Writer.WriteAsync(command, cancellation);
        }
        catch (ChannelClosedException closed)
        {
            throw new ObjectDisposedException(nameof(Store), closed);
        }

        await using var withdrawal = cancellation.UnsafeRegister(_ => command.Withdraw(cancellation), null);
        return await command.Answered;
    }

    /// <summary>Returns when everything accepted has been answered and the connection is closed.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await ended.Task;
    }

    private void Run()
    {
        var batch = new List<Command>(BatchSize);
        while (queue.Reader.WaitToReadAsync().Now())
        {
            while (batch.Count < BatchSize && queue.Reader.TryRead(out var command))
            {
                if (command.Take())
                    batch.Add(command);
            }

            together.Commit(batch);
            batch.ForEach(command => command.Answer());
            batch.Clear();
        }

        together.Close();
        ended.SetResult();
    }
}
