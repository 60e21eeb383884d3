using System.Diagnostics;
using System.Globalization;
using ChatSupport.Desk.Storage;
using Npgsql;

namespace ChatSupport.Tests.Driver;

/// <summary>
/// A real PostgreSQL server on loopback, in a folder of its own. It ends with the tests, however they end: its keeper waits for the
/// line to them to be cut.
/// </summary>
internal sealed class PostgresServer : IDisposable
{
    // PostgreSQL will not be run by root. Nothing here has to survive a power cut, only kills.
    private const string Keeper = """
        set -e
        bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
        folder=$(mktemp -d)
        server() { "$bin/pg_ctl" -s -w -D "$folder/data" -l "$folder/log" "$@"; }
        signal() { pid=$(head -1 "$folder/data/postmaster.pid"); kill "$1" "$pid"; pkill "$1" -P "$pid" || true; }
        trap 'signal -CONT || true; server -m immediate stop || true; rm -rf "$folder"' EXIT
        "$bin/initdb" -D "$folder/data" -A trust -U desk -E UTF8 --locale=C.UTF-8 --no-sync > /dev/null
        printf '%s\n' "port = $1" "listen_addresses = '127.0.0.1'" "unix_socket_directories = '$folder'" 'max_connections = 300' \
            'fsync = off' 'full_page_writes = off' >> "$folder/data/postgresql.conf"
        server start
        echo ready
        while read -r order; do $order; echo done; done
        """;

    private static readonly Lazy<Task<PostgresServer>> OfAllTests = new(Start);
    private static int databases;

    private readonly Process keeper;
    private readonly int port;

    private PostgresServer(Process keeper, int port) => (this.keeper, this.port) = (keeper, port);

    /// <summary>The one that tests share; each has a database of its own in it.</summary>
    public static Task<PostgresServer> Shared => OfAllTests.Value;

    public static async Task<PostgresServer> Start()
    {
        var free = Loopback.FreePort();
        string[] shell = ["sh", "-c", Keeper, "keeper", free.ToString(CultureInfo.InvariantCulture)];
        string[] asPostgres = Environment.UserName == "root" ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", .. shell] : shell;
        var shellAtWork = Process.Start(new ProcessStartInfo(asPostgres[0], asPostgres[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = "/",
        })!;
        if (await shellAtWork.StandardOutput.ReadLineAsync() != "ready")
            throw new InvalidOperationException(await shellAtWork.StandardError.ReadToEndAsync());
        var server = new PostgresServer(shellAtWork, free);
        await server.Run("CREATE DATABASE pattern");
        await using (await Store.Open(server.Connection("pattern")))
        {
        }
        return server;
    }

    /// <summary>A database with the schema of the day and nothing in it.</summary>
    public async Task<string> NewDatabase()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"desk{Interlocked.Increment(ref databases)}");
        await Run($"CREATE DATABASE {name} TEMPLATE pattern");
        return Connection(name);
    }

    /// <summary>A database with nothing at all.</summary>
    public async Task<string> NewEmptyDatabase()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"desk{Interlocked.Increment(ref databases)}");
        await Run($"CREATE DATABASE {name}");
        return Connection(name);
    }

    /// <summary>A database whose tables lie on a disk of their own.</summary>
    public async Task<string> NewDatabaseOn(SmallDisk disk)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"desk{Interlocked.Increment(ref databases)}");
        var folder = System.IO.Path.Combine(disk.Folder, name);
        await Order($"mkdir -m 700 {folder}");
        await Run($"CREATE TABLESPACE {name} LOCATION '{folder}'");
        await Run($"CREATE DATABASE {name} TEMPLATE pattern TABLESPACE {name}");
        return Connection(name);
    }

    /// <summary>Every server process is killed in the middle of whatever it does, and the server comes back.</summary>
    public Task RestartImmediately() => Order("server -m immediate restart");

    public Task Stop() => Order("server -m immediate stop");

    /// <summary>It is there, takes connections, and answers nobody.</summary>
    public Task Pauses() => Order("signal -STOP");

    public Task StartAgain() => Order("server start");

    public void Dispose()
    {
        keeper.StandardInput.Close();
        keeper.WaitForExit();
        keeper.Dispose();
    }

    /// <summary>As PostgreSQL's own tools want it.</summary>
    public static string Uri(string connection)
    {
        var address = new NpgsqlConnectionStringBuilder(connection);
        return string.Create(CultureInfo.InvariantCulture, $"postgresql://{address.Username}@{address.Host}:{address.Port}/{address.Database}");
    }

    public static async Task<T> Ask<T>(string connection, string sql)
    {
        await using var database = new NpgsqlConnection(connection + ";Pooling=false");
        await database.OpenAsync();
        await using var command = new NpgsqlCommand(sql, database);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    private string Connection(string database) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Database={database};Username=desk;Maximum Pool Size=10");

    private Task<object?> Run(string sql) => Ask<object?>(Connection("postgres"), sql);

    private async Task Order(string order)
    {
        await keeper.StandardInput.WriteLineAsync(order);
        await keeper.StandardInput.FlushAsync();
        Assert.Equal("done", await keeper.StandardOutput.ReadLineAsync());
    }
}
