using System.Diagnostics;
using System.Globalization;
using System.IO;

namespace ChatSupport.Tests.Driver;

/// <summary>
/// A disk of a few megabytes, which can really be full. Mounting it takes root, as installing what the tests need does. It goes with the
/// tests, however they end.
/// </summary>
internal sealed class SmallDisk : IDisposable
{
    private const string Keeper = """
        set -e
        folder=$(mktemp -d)
        mount -t tmpfs -o size="$1m",mode=777 tmpfs "$folder"
        trap 'umount -l "$folder"; rmdir "$folder"' EXIT
        echo "$folder"
        read -r order || true
        """;

    private readonly Process keeper;

    private SmallDisk(Process keeper, string folder) => (this.keeper, Folder) = (keeper, folder);

    public string Folder { get; }

    private string Ballast => Path.Combine(Folder, "ballast");

    public static async Task<SmallDisk> Mount(int megabytes)
    {
        var shell = Process.Start(new ProcessStartInfo("sh", ["-c", Keeper, "keeper", megabytes.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = "/",
        })!;
        return new SmallDisk(shell, await shell.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await shell.StandardError.ReadToEndAsync()));
    }

    /// <summary>Somebody else takes all the room that is left.</summary>
    public void Fills()
    {
        using var ballast = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 1);
        try
        {
            while (true)
                ballast.Write(new byte[4096]);
        }
        catch (IOException)
        {
            // There is none.
        }
    }

    public void HasRoomAgain() => File.Delete(Ballast);

    public void Dispose()
    {
        keeper.StandardInput.Close();
        keeper.WaitForExit();
        keeper.Dispose();
    }
}
