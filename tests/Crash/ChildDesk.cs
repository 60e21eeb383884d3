using System.Diagnostics;
using System.IO;
using ChatSupport.Bot;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Crash;

/// <summary>The program as an operator runs it: a process of its own, which can die at any moment.</summary>
internal sealed class ChildDesk : IDisposable
{
    private readonly Process process;

    private ChildDesk(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public static string StoreIn(string folder) => Path.Combine(folder, "desk.db");

    /// <param name="settings">More configuration, as <c>--Section:Key=value</c>.</param>
    public static async Task<ChildDesk> Start(string folder, params string[] settings)
    {
        var started = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet")
            {
                ArgumentList =
                {
                    typeof(BotHost).Assembly.Location, "--environment=Development", "--Demo:Enabled=true", "--Demo:Clock=2026-11-30T10:00:00+01:00",
                    "--urls=http://127.0.0.1:0", $"--ConnectionStrings:Desk={StoreIn(folder)}", $"--Api:Keys:desk={RunningDesk.Key}",
                    "--Logging:LogLevel:Default=Warning", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information",
                },
                WorkingDirectory = folder,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        foreach (var setting in settings)
            started.StartInfo.ArgumentList.Add(setting);
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = new List<string?>();
        started.OutputDataReceived += (_, line) => Hear(line.Data);
        started.ErrorDataReceived += (_, line) => Hear(line.Data);
        started.EnableRaisingEvents = true;
        started.Exited += (_, _) => listening.TrySetException(new InvalidOperationException(string.Join('\n', said)));
        started.Start();
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return new ChildDesk(started, await listening.Task);

        void Hear(string? line)
        {
            said.Add(line);
            if (line?.Split("Now listening on: ") is [_, var address])
                listening.TrySetResult(new Uri(address.Trim()));
        }
    }

    /// <summary>SIGKILL: not a word of farewell.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }
}
