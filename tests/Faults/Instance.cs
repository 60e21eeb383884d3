using System.Diagnostics;
using System.Globalization;
using System.IO;
using ChatSupport.Bot;

namespace ChatSupport.Tests.Faults;

/// <summary>One instance of the program among several: a process at an address of its own, which dies and comes back.</summary>
internal sealed class Instance(string folder, int port, IReadOnlyList<string> settings) : IDisposable
{
    private TaskCompletionSource listening = Unheard();
    private Process? process;

    public Uri Address { get; } = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));

    /// <summary>It takes requests, or will as soon as this ends.</summary>
    public Task IsUp => Volatile.Read(ref listening).Task;

    public async Task Rises()
    {
        var started = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [typeof(BotHost).Assembly.Location, "--environment=Production", $"--urls={Address}", .. settings])
            {
                WorkingDirectory = folder,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location },
            },
            EnableRaisingEvents = true,
        };
        var risen = Volatile.Read(ref listening);
        var said = new StringWriter(CultureInfo.InvariantCulture);
        started.OutputDataReceived += (_, line) => Hear(line.Data);
        started.ErrorDataReceived += (_, line) => Hear(line.Data);
        started.Exited += (_, _) => risen.TrySetException(new InvalidOperationException(said.ToString()));
        started.Start();
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        process = started;
        await risen.Task;

        void Hear(string? line)
        {
            lock (said)
                said.WriteLine(line);
            if (line?.Contains("Now listening on", StringComparison.Ordinal) == true)
                risen.TrySetResult();
        }
    }

    /// <summary>SIGKILL: not a word of farewell.</summary>
    public async Task Dies()
    {
        Volatile.Write(ref listening, Unheard());
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>Somebody sets its clock: <see cref="SetClock.Ahead"/> or <see cref="SetClock.Right"/>.</summary>
    public async Task IsSet(int signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process!.Id}"]);
        await kill.WaitForExitAsync();
    }

    public void Dispose()
    {
        process?.Kill();
        process?.Dispose();
    }

    private static TaskCompletionSource Unheard() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
