using System.Threading.Channels;
using Npgsql;

namespace ChatSupport.Desk.Storage;

/// <summary>
/// How instances that share a database hear of each other's commits: LISTEN and NOTIFY. News are told after the commit, many at
/// once, and may be lost; whoever waits for them looks for itself now and then.
/// </summary>
internal sealed class Grapevine : IAsyncDisposable
{
    private const string Channel = "chatsupport";

    /// <summary>PostgreSQL carries 8000 bytes at once.</summary>
    private const int MostAtOnce = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(1);

    private readonly string address;
    private readonly string instance;
    private readonly Action<string> hear;
    private readonly Channel<string> news = System.Threading.Channels.Channel.CreateBounded<string>(
        new BoundedChannelOptions(10_000) { SingleReader = true, FullMode = BoundedChannelFullMode.DropOldest });
    private readonly CancellationTokenSource stop = new();
    private readonly Task atWork;

    public Grapevine(NpgsqlConnectionStringBuilder address, string instance, Action<string> hear)
    {
        this.address = new NpgsqlConnectionStringBuilder(address.ConnectionString) { Pooling = false }.ConnectionString;
        (this.instance, this.hear) = (instance, hear);
        atWork = Task.WhenAll(Keep(Listen), Keep(Speak));
    }

    public void Tell(string what) => news.Writer.TryWrite(what);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await atWork;
        stop.Dispose();
    }

    private async Task Keep(Func<NpgsqlConnection, Task> work)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await using var connection = new NpgsqlConnection(address);
                await connection.OpenAsync(stop.Token);
                await work(connection);
            }
            catch (Exception lost) when (lost is NpgsqlException or TimeoutException or OperationCanceledException or System.IO.IOException)
            {
                await Task.Delay(Recovery, TimeProvider.System, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Listen(NpgsqlConnection connection)
    {
        connection.Notification += (_, heard) =>
        {
            if (heard.Payload.Split('\n') is [var teller, .. var lines] && teller != instance)
                Array.ForEach(lines, hear);
        };
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection))
            await listen.ExecuteNonQueryAsync(stop.Token);
        // Nobody knows what was told before.
        hear(Store.Anything);
        while (true)
            await connection.WaitAsync(stop.Token);
    }

    private async Task Speak(NpgsqlConnection connection)
    {
        await using var tell = new NpgsqlCommand($"SELECT pg_notify('{Channel}', $1)", connection);
        tell.Parameters.Add(new NpgsqlParameter { Value = "" });
        while (await news.Reader.WaitToReadAsync(stop.Token))
        {
            var lines = new HashSet<string>(StringComparer.Ordinal);
            while (lines.Count < MostAtOnce && news.Reader.TryRead(out var line))
                lines.Add(line);
            tell.Parameters[0].Value = $"{instance}\n{string.Join('\n', lines)}";
            await tell.ExecuteNonQueryAsync(stop.Token);
            // What comes in quick succession is told together.
            await Task.Delay(Pause, TimeProvider.System, stop.Token);
        }
    }
}
