using System.Diagnostics;
using System.Globalization;
using System.IO;
using ChatSupport.Bot;

namespace ChatSupport.Tests.Faults;

/// <summary>One instance of the program among several: a process at an address of its own, which dies and comes back.</summary>
internal sealed class Instance(string folder, int port, IReadOnlyList<string> settings) : IDisposable
{
    private Process? process;

    public Uri Address { get; } = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));

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
            },
            EnableRaisingEvents = true,
        };
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = new StringWriter(CultureInfo.InvariantCulture);
        started.OutputDataReceived += (_, line) => Hear(line.Data);
        started.ErrorDataReceived += (_, line) => Hear(line.Data);
        started.Exited += (_, _) => listening.TrySetException(new InvalidOperationException(said.ToString()));
        started.Start();
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        process = started;
        await listening.Task;

        void Hear(string? line)
        {
            lock (said)
                said.WriteLine(line);
            if (line?.Contains("Now listening on", StringComparison.Ordinal) == true)
                listening.TrySetResult();
        }
    }

    /// <summary>SIGKILL: not a word of farewell.</summary>
    public async Task Dies()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public void Dispose()
    {
        process?.Kill();
        process?.Dispose();
    }
}
