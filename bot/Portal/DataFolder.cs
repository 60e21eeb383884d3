using System.IO;
using ChatSupport.Bot.Configuration;

namespace ChatSupport.Bot.Portal;

/// <summary>Where the portal keeps what is not a row.</summary>
internal static class DataFolder
{
    /// <summary>The folder of this name, created for the program's own account alone.</summary>
    public static DirectoryInfo Beside(BotSettings settings, string name)
    {
        var path = Path.Combine(Path.GetFullPath(settings.Folder), name);
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
