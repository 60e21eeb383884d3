using System.Diagnostics;
using System.Globalization;
using System.IO;

namespace ChatSupport.Bench.Storm;

/// <summary>An instance of the program in a process of its own.</summary>
internal sealed class StormDesk : IDisposable
{
    public const string Key = "key-of-the-storm";

    private readonly Process process;

    private StormDesk(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public double MemoryMiB
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64 / 1048576.0;
        }
    }

    /// <summary>Apart from the store, as in the program: the file is watched, and with it everything that is written beside it.</summary>
    public static string DirectoryIn(string folder) => Path.Combine(System.IO.Directory.CreateDirectory(Path.Combine(folder, "people")).FullName, "directory.yaml");

    public static async Task<StormDesk> Start(string folder, params string[] settings)
    {
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "ChatSupport.Bot.dll"), "--environment=Production", "--Public:BaseUrl=http://storm.example", "--urls=http://127.0.0.1:0", $"--Api:Keys:desk={Key}",
            $"--Directory:Path={DirectoryIn(folder)}", $"--Data:Folder={folder}", "--Logging:LogLevel:Default=Warning",
            "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information", .. settings,
        ];
        var started = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false })!;
        while (await started.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Split("Now listening on: ") is [_, var address])
            {
                _ = started.StandardOutput.ReadToEndAsync();
                return new StormDesk(started, new Uri(address.Trim()));
            }
        }
        throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The desk did not start: {started.ExitCode}."));
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
