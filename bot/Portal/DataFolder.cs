using System.Data.Common;
using System.IO;
using ChatSupport.Bot.Configuration;

namespace ChatSupport.Bot.Portal;

/// <summary>Where the portal keeps what is not a row: in the folder of the embedded store.</summary>
internal static class DataFolder
{
    /// <summary>The folder of this name beside the store, created for the program's own account alone.</summary>
    public static DirectoryInfo Beside(BotSettings settings, string name)
    {
        var path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(FileOf(settings.Store)))!, name);
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static string FileOf(string store)
    {
        if (!store.Contains('=', StringComparison.Ordinal))
            return store;
        var address = new DbConnectionStringBuilder { ConnectionString = store };
        return address.TryGetValue("Data Source", out var file) ? (string)file : Path.Combine(".data", "desk.db");
    }
}
