using System.Diagnostics;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace ChatSupport.Bench.Doors;

/// <summary>A program of its own that listens on loopback, until it is disposed of.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly Process process;

    private Server(string name, Uri url, ProcessStartInfo start) => (Name, Url, process) = (name, url, Process.Start(start)!);

    public string Name { get; }

    public Uri Url { get; }

    /// <summary>The processors' time that it has taken so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public double WorkingSetMiB
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1048576.0;
        }
    }

    /// <summary>A bot on a vendor's framework: a folder below <c>peers</c>, whose packages are installed when they are not there.</summary>
    public static async Task<Server> Node(string name, string folder, params (string Name, string Value)[] environment)
    {
        var home = await Peer(folder);
        var url = FreeUrl();
        var start = new ProcessStartInfo("node", ["server.mjs"]) { WorkingDirectory = home, UseShellExecute = false };
        foreach (var (key, value) in environment.Append(("PORT", $"{url.Port}")).Append(("NODE_ENV", "production")))
            start.Environment[key] = value;
        return await Listening(new Server(name, url, start));
    }

    /// <summary>A folder below <c>peers</c> with its packages in it: they are installed unless all that its <c>package.json</c> names is there.</summary>
    public static async Task<string> Peer(string folder)
    {
        var home = Path.Combine(Peers(), folder);
        var wanted = JsonElement.Parse(await File.ReadAllTextAsync(Path.Combine(home, "package.json"))).GetProperty("dependencies").EnumerateObject();
        if (wanted.Any(package => !Directory.Exists(Path.Combine(home, "node_modules", package.Name))))
        {
            // The database has to be compiled; what else packages would run at their installation asks questions, and is not needed.
            await Npm(home, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock");
            await Npm(home, "rebuild", "better-sqlite3");
        }
        return home;
    }

    private static async Task Npm(string home, params string[] args)
    {
        using var npm = Process.Start(new ProcessStartInfo("npm", args) { WorkingDirectory = home })!;
        await npm.WaitForExitAsync();
    }

    /// <summary>The service desk itself, with nothing but these settings.</summary>
    public static Task<Server> Desk(string folder, params string[] settings) => Desk(FreeUrl(), "Production", folder, settings);

    /// <summary>The same as a demo, whose clock can be moved.</summary>
    public static Task<Server> Demo(Uri url, string folder, params string[] settings) => Desk(url, "Development", folder, ["--Demo:Enabled=true", .. settings]);

    private static async Task<Server> Desk(Uri url, string environment, string folder, string[] settings)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "ChatSupport.Bot.dll");
        var start = new ProcessStartInfo("dotnet", [program, $"--urls={url}", "--Logging:LogLevel:Default=Warning", .. settings])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        return await Listening(new Server("ours", url, start));
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    public static Uri FreeUrl()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    private static async Task<Server> Listening(Server server)
    {
        while (true)
        {
            try
            {
                using var line = await Line.To(server.Url);
                return server;
            }
            catch (SocketException) when (!server.process.HasExited)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
            }
        }
    }

    /// <summary>Beside the sources that this was built from: packages are not copied about.</summary>
    private static string Peers()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ChatSupport.sln")))
                return Path.Combine(folder.FullName, "bench", "peers");
        throw new DirectoryNotFoundException("ChatSupport.sln is in no folder above this program.");
    }
}
