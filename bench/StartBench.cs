using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;

namespace ChatSupport.Bench;

/// <summary>
/// From the start of the process to the first answer, and the memory it holds then: the service desk in its demo beside an empty
/// ASP.NET Core application. The best of several runs, for whatever else the machine does only adds.
/// </summary>
internal static class StartBench
{
    private const int Runs = 7;

    public static async Task Run()
    {
        var empty = await Best("empty", Path.Combine(AppContext.BaseDirectory, "ChatSupport.Bench.dll"), "/", "empty");
        var desk = await Best("desk", Path.Combine(AppContext.BaseDirectory, "ChatSupport.Bot.dll"), "/readyz");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio  {desk.Start / empty.Start,6:0.0} x  {(double)desk.Bytes / empty.Bytes,6:0.0} x"));
    }

    /// <summary>The application to compare with.</summary>
    public static Task RunEmpty(string[] args)
    {
        var app = WebApplication.Create(args);
        app.MapGet("/", () => "Hello World!");
        return app.RunAsync();
    }

    private static async Task<(TimeSpan Start, long Bytes)> Best(string name, string program, string path, params string[] args)
    {
        (TimeSpan Start, long Bytes) best = (TimeSpan.MaxValue, long.MaxValue);
        for (var run = 0; run < Runs; run++)
        {
            var (start, bytes) = await Once(program, path, args);
            best = (start < best.Start ? start : best.Start, Math.Min(bytes, best.Bytes));
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-6} {best.Start.TotalMilliseconds,6:0} ms {best.Bytes / 1048576.0,6:0} MiB"));
        return best;
    }

    private static async Task<(TimeSpan Start, long Bytes)> Once(string program, string path, string[] args)
    {
        var folder = Directory.CreateTempSubdirectory("start-");
        var url = $"http://127.0.0.1:{FreePort()}";
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. args, $"--urls={url}"])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        try
        {
            await Answer(url + path);
            var start = Stopwatch.GetElapsedTime(began);
            process.Refresh();
            return (start, process.WorkingSet64);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
            folder.Delete(recursive: true);
        }
    }

    private static async Task Answer(string url)
    {
        using var http = new HttpClient();
        while (true)
        {
            try
            {
                (await http.GetAsync(url)).EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
