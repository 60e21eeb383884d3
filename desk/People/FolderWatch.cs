using System.IO;

namespace ChatSupport.Desk.People;

/// <summary>
/// Notices that a file has changed, by its folder: editors put a new file in its place, and Kubernetes moves the link
/// <c>..data</c> beside it.
/// </summary>
internal static class FolderWatch
{
    /// <param name="changed">Also called when the watcher may have missed something.</param>
    /// <param name="failed">The system would not watch the folder.</param>
    public static IDisposable Start(string path, Action changed, Action<Exception> failed)
    {
        var watcher = new FileSystemWatcher(Path.GetDirectoryName(path)!);
        FileSystemEventHandler notice = (_, change) =>
        {
            if (change.Name == Path.GetFileName(path) || change.Name == "..data")
            {
                changed();
            }
        };
        watcher.Changed += notice;
        watcher.Created += notice;
        watcher.Renamed += (_, renamed) => notice(watcher, renamed);
        watcher.Error += (_, _) => changed();
        try
        {
            watcher.EnableRaisingEvents = true;
        }
        catch (IOException failure)
        {
            failed(failure);
        }

        return watcher;
    }
}
