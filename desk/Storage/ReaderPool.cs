using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace ChatSupport.Desk.Storage;

/// <summary>A few connections that read beside the writer, each used by one caller at a time.</summary>
internal sealed class ReaderPool
{
    private readonly Channel<Reader> idle = Channel.CreateUnbounded<Reader>();
    private readonly int size;

    public ReaderPool(IReadOnlyList<SqliteConnection> connections)
    {
        size = connections.Count;
        foreach (var connection in connections)
            idle.Writer.TryWrite(new Reader(connection, Dialect.Sqlite));
    }

    public async Task<T> Read<T>(Func<Reader, ValueTask<T>> read, CancellationToken cancellation)
    {
        var reader = await Idle(cancellation);
        try
        {
            reader.Prepare("BEGIN").Run();
            try
            {
                return await read(reader);
            }
            finally
            {
                reader.Prepare("ROLLBACK").Run();
            }
        }
        catch (SqliteException error)
        {
            throw Dialect.Sqlite.Explain(error);
        }
        finally
        {
            idle.Writer.TryWrite(reader);
        }
    }

    /// <summary>Closes each connection when its last reader is done.</summary>
    public async ValueTask Close()
    {
        for (var closed = 0; closed < size; closed++)
            (await idle.Reader.ReadAsync()).Close();
        idle.Writer.TryComplete();
    }

    private async ValueTask<Reader> Idle(CancellationToken cancellation)
    {
        try
        {
            return await idle.Reader.ReadAsync(cancellation);
        }
        catch (ChannelClosedException closed)
        {
            throw new ObjectDisposedException(nameof(Store), closed);
        }
    }
}
