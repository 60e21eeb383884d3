using System.Diagnostics;
using System.Globalization;

namespace ChatSupport.Tests.Driver;

/// <summary>The program as a process of its own, started in an empty folder with nothing of this environment's settings.</summary>
public sealed class ProgramRun : IAsyncDisposable
{
    private readonly System.IO.DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("run-");
    private readonly Process process;

    private ProgramRun(string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [System.IO.Path.Combine(AppContext.BaseDirectory, "ChatSupport.Bot.dll"), .. args])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ASPNETCORE", StringComparison.Ordinal) || name.StartsWith("DOTNET_ENV", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "en_GB.UTF-8";
        process = Process.Start(start)!;
    }

    public List<string> Log { get; } = [];

    public int ExitCode => process.ExitCode;

    public static ProgramRun Start(params string[] args) => new(args);

    /// <summary>Reads the log until a line contains this, and returns that line.</summary>
    public async Task<string> Says(string text)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            Log.Add(line);
            if (line.Contains(text, StringComparison.Ordinal))
                return line;
        }
        Assert.Fail($"It never said “{text}”, but: {string.Join('\n', Log)} {await process.StandardError.ReadToEndAsync()}");
        return "";
    }

    /// <summary>Everything it writes from now on, once it has ended.</summary>
    public Task<string> WritesToTheEnd() => process.StandardOutput.ReadToEndAsync();

    public Task<string> Complains() => process.StandardError.ReadToEndAsync();

    /// <summary>Asks it to stop, as a service manager does.</summary>
    public async Task Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public Task Ends() => process.WaitForExitAsync();

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Delete(recursive: true);
    }
}
