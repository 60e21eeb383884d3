using System.Diagnostics;
using System.Globalization;

namespace ChatSupport.Tests.Driver;

/// <summary>A real Redis server on loopback that keeps nothing. It ends with the tests, however they end.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private const string Keeper = """
        redis-server --port "$1" --bind 127.0.0.1 --save '' --appendonly no --daemonize no > /dev/null &
        until redis-cli -p "$1" ping > /dev/null 2>&1; do :; done
        echo $!
        read -r order
        kill -KILL $!
        """;

    private readonly int port;
    private Process keeper = null!;
    private string server = "";

    private RedisServer(int port) => this.port = port;

    public string Address => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}");

    public static async Task<RedisServer> Start()
    {
        var redis = new RedisServer(Loopback.FreePort());
        await redis.Rises();
        return redis;
    }

    public async Task Rises()
    {
        keeper = Process.Start(new ProcessStartInfo("sh", ["-c", Keeper, "keeper", port.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
            WorkingDirectory = System.IO.Path.GetTempPath(),
        })!;
        server = (await keeper.StandardOutput.ReadLineAsync())!;
    }

    public async Task Dies()
    {
        keeper.StandardInput.Close();
        await keeper.WaitForExitAsync();
        keeper.Dispose();
    }

    /// <summary>It is there, takes connections, and answers nobody.</summary>
    public Task Pauses() => Run("kill", "-STOP", server);

    public Task GoesOn() => Run("kill", "-CONT", server);

    public Task Forgets() => Run("redis-cli", "-p", port.ToString(CultureInfo.InvariantCulture), "flushall");

    public async ValueTask DisposeAsync()
    {
        await GoesOn();
        await Dies();
    }

    private static async Task Run(string command, params string[] arguments)
    {
        using var run = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        await run.WaitForExitAsync();
    }
}
