using System.IO;
using ChatSupport.Desk.Language;
using Microsoft.Extensions.Logging;

namespace ChatSupport.Desk.People;

/// <summary>
/// The directory in force. It is read again when its file changes; a file that is not valid never replaces one that was, and is
/// said in <see cref="Problem"/> until it is mended.
/// </summary>
public sealed partial class LiveDirectory : IDisposable
{
    /// <summary>How often the file is looked at for what no watcher sees: network drives, links that lead elsewhere.</summary>
    public static readonly TimeSpan Polling = TimeSpan.FromSeconds(30);

    /// <summary>Editors empty a file before they fill it, so a change is read when it has had the time to be complete.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(250);

    private readonly string path;
    private readonly ILogger<LiveDirectory> log;
    private readonly Lock gate = new();
    private readonly ITimer polling;
    private readonly ITimer settling;
    private readonly IDisposable watch;
    private volatile State state;
    private IReadOnlyList<StandIn> standIns = [];
    private int awaited;

    /// <exception cref="InvalidDirectoryException">The file is missing or not valid.</exception>
    public LiveDirectory(string path, TimeProvider time, ILogger<LiveDirectory> log)
    {
        (this.path, this.log) = (Path.GetFullPath(path), log);
        var reading = DirectoryFile.Open(this.path);
        var directory = reading.Directory ?? throw new InvalidDirectoryException(this.path, reading.Errors);
        state = new State(directory, directory, directory.Hash, []);
        polling = time.CreateTimer(_ => Reload(), null, Polling, Polling);
        settling = time.CreateTimer(_ => Reload(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        watch = FolderWatch.Start(this.path, changed: ReloadSoon, failed: failure => LogUnwatched(failure, this.path));
    }

    /// <summary>Raised after <see cref="Current"/> has changed, one change after another.</summary>
    public event Action<Directory>? Changed;

    public Directory Current => state.Directory;

    /// <summary>What is wrong with the file as it is now; empty while it is the one in force.</summary>
    public IReadOnlyList<DirectoryError> LastErrors => state.Errors;

    /// <summary>For the operator; null while the file is the one in force.</summary>
    public Sentence? Problem => LastErrors is [var first, ..] ? DeskText.Say("Directory.Problem", first.Said) : null;

    /// <summary>Who stands in for whom beside what the file says; it counts from now on, and when the file changes too.</summary>
    public void Take(IReadOnlyList<StandIn> agreed)
    {
        lock (gate)
        {
            if (agreed.SequenceEqual(standIns))
                return;
            standIns = agreed;
            state = state with { Directory = state.OfFile.With(agreed) };
            Tell(state.Directory);
        }
    }

    public void Dispose()
    {
        watch.Dispose();
        settling.Dispose();
        polling.Dispose();
    }

    /// <summary>A second event does not postpone the reading that the first one asked for, and none the look that is due anyway.</summary>
    private void ReloadSoon()
    {
        if (Interlocked.Exchange(ref awaited, 1) == 0)
        {
            settling.Change(Settling, Timeout.InfiniteTimeSpan);
        }
    }

    private void Reload()
    {
        Volatile.Write(ref awaited, 0);
        lock (gate)
        {
            var bytes = DirectoryFile.Bytes(path);
            var hash = bytes is null ? "" : DirectoryFile.Hash(bytes);
            if (hash != state.Seen)
            {
                Take(hash, bytes is null ? DirectoryFile.NotReadable(path) : DirectoryFile.Read(bytes));
            }
        }
    }

    private void Take(string hash, DirectoryReading reading)
    {
        var before = state.OfFile;
        var taken = reading.Directory ?? before;
        state = new State(taken, standIns.Count == 0 ? taken : taken.With(standIns), hash, reading.Errors);
        if (reading.Directory is null)
        {
            LogRefused(path, DirectoryError.Listed(reading.Errors, Tongue.English));
        }
        else if (hash != before.Hash)
        {
            LogTaken(path, hash, reading.Directory.Clients.Count);
            Tell(state.Directory);
        }
    }

    private void Tell(Directory directory)
    {
        try
        {
            Changed?.Invoke(directory);
        }
        catch (Exception failure)
        {
            // On a timer's thread it would end the program; the directory itself is already in force.
            LogListenerFailed(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Directory {Path} taken: version {Hash}, {Clients} clients.")]
    private partial void LogTaken(string path, string hash, int clients);

    [LoggerMessage(Level = LogLevel.Error, Message = "Directory {Path} is not valid, so the version before it stays in force:\n{Errors}")]
    private partial void LogRefused(string path, string errors);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Directory {Path} cannot be watched; it is looked at twice a minute instead.")]
    private partial void LogUnwatched(Exception failure, string path);

    [LoggerMessage(Level = LogLevel.Error, Message = "A listener failed on the new directory.")]
    private partial void LogListenerFailed(Exception failure);

    /// <param name="Directory">What the file says, with whoever stands in.</param>
    /// <param name="Seen">The hash of the file as last looked at, valid or not; empty when it could not be read.</param>
    private sealed record State(Directory OfFile, Directory Directory, string Seen, IReadOnlyList<DirectoryError> Errors);
}
