using System.Diagnostics;
using System.IO;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Directory = ChatSupport.Desk.People.Directory;
using Folder = System.IO.Directory;

namespace ChatSupport.Tests.People;

public sealed class LiveDirectoryTests : IDisposable
{
    private readonly string folder = Folder.CreateTempSubdirectory("directory-").FullName;

    private string FilePath => Path.Combine(folder, "directory.yaml");

    private static string Renamed => Example.With("Borealis Énergie", "Borealis Réseaux");

    public void Dispose() => Folder.Delete(folder, recursive: true);

    [Fact]
    public async Task A_change_of_the_file_is_taken_and_told()
    {
        await Write(Example.Text);
        using var live = Open(TimeProvider.System);
        var changed = NextChange(live);

        await Write(Renamed);

        Assert.Same(await changed, live.Current);
        Assert.Equal("Borealis Réseaux", live.Current.Client("borealis")!.Name);
        Assert.Null(live.Problem);
    }

    [Fact]
    public async Task A_file_put_in_its_place_is_taken()
    {
        await Write(Example.Text);
        using var live = Open(TimeProvider.System);
        var changed = NextChange(live);

        await File.WriteAllTextAsync(FilePath + "~", Renamed, Stop);
        File.Move(FilePath + "~", FilePath, overwrite: true);

        Assert.Equal("Borealis Réseaux", (await changed).Client("borealis")!.Name);
    }

    [Fact]
    public async Task A_link_that_Kubernetes_swaps_is_followed()
    {
        await Volume("..first", Example.Text);
        File.CreateSymbolicLink(Path.Combine(folder, "..data"), "..first");
        File.CreateSymbolicLink(FilePath, "..data/directory.yaml");
        using var live = Open(TimeProvider.System);
        var changed = NextChange(live);

        await Volume("..second", Renamed);
        File.CreateSymbolicLink(Path.Combine(folder, "..data_tmp"), "..second");
        using (var rename = Process.Start("mv", ["-T", Path.Combine(folder, "..data_tmp"), Path.Combine(folder, "..data")]))
        {
            await rename.WaitForExitAsync(Stop);
        }

        Assert.Equal("Borealis Réseaux", (await changed).Client("borealis")!.Name);
    }

    [Fact]
    public async Task What_no_watcher_sees_is_found_by_looking()
    {
        await Volume("elsewhere", Example.Text);
        File.CreateSymbolicLink(FilePath, "elsewhere/directory.yaml");
        var time = new FakeTimeProvider();
        using var live = Open(time);
        var told = 0;
        live.Changed += _ => told++;

        await Volume("elsewhere", Renamed);
        time.Advance(LiveDirectory.Polling);
        time.Advance(LiveDirectory.Polling);

        Assert.Equal("Borealis Réseaux", live.Current.Client("borealis")!.Name);
        Assert.Equal(1, told);
    }

    [Fact]
    public async Task An_invalid_file_never_replaces_a_valid_one_and_is_said_once_until_it_is_mended()
    {
        await Write(Example.Text);
        var time = new FakeTimeProvider();
        var log = new ErrorLog();
        using var live = new LiveDirectory(FilePath, time, log);
        var before = live.Current;

        await Write(Example.With("PREMIUM", "PREMIM"));
        time.Advance(LiveDirectory.Polling);
        time.Advance(LiveDirectory.Polling);

        Assert.Same(before, live.Current);
        Assert.Equal(8, Assert.Single(live.LastErrors).Line);
        Assert.Contains("Line 8: “PREMIM” is not possible", live.Problem!.In(Tongue.English), StringComparison.Ordinal);
        Assert.Contains("Line 8: “PREMIM” is not possible", Assert.Single(log.Errors), StringComparison.Ordinal);

        await Write(Example.Text);
        time.Advance(LiveDirectory.Polling);

        Assert.Equal(before.Hash, live.Current.Hash);
        Assert.Null(live.Problem);
    }

    [Fact]
    public async Task A_file_that_has_gone_leaves_the_directory_in_force()
    {
        await Write(Example.Text);
        var time = new FakeTimeProvider();
        using var live = Open(time);

        File.Delete(FilePath);
        time.Advance(LiveDirectory.Polling);

        Assert.NotNull(live.Current.Client("borealis"));
        Assert.Equal("Directory.NotReadable", Assert.Single(live.LastErrors).What.Key);
    }

    [Fact]
    public async Task A_listener_that_fails_does_not_take_the_desk_with_it()
    {
        await Write(Example.Text);
        var time = new FakeTimeProvider();
        var log = new ErrorLog();
        using var live = new LiveDirectory(FilePath, time, log);
        live.Changed += _ => throw new InvalidOperationException("listener");

        await Write(Renamed);
        time.Advance(LiveDirectory.Polling);

        Assert.Equal("Borealis Réseaux", live.Current.Client("borealis")!.Name);
        Assert.Single(log.Errors);
    }

    [Fact]
    public async Task A_start_without_a_valid_file_fails_with_every_error_and_its_line()
    {
        await Write(Example.With("PREMIUM", "PREMIM").Replace("since: 2026-11-02", "since: soon", StringComparison.Ordinal));

        var failure = Assert.Throws<InvalidDirectoryException>(() => Open(TimeProvider.System));

        Assert.Contains(FilePath, failure.Message, StringComparison.Ordinal);
        Assert.Contains("\nLine 8: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("\nLine 89: ", failure.Message, StringComparison.Ordinal);
        File.Delete(FilePath);
        Assert.Throws<InvalidDirectoryException>(() => Open(TimeProvider.System));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private LiveDirectory Open(TimeProvider time) => new(FilePath, time, NullLogger<LiveDirectory>.Instance);

    private Task Write(string text) => File.WriteAllTextAsync(FilePath, text, Stop);

    private async Task Volume(string name, string text)
    {
        Folder.CreateDirectory(Path.Combine(folder, name));
        await File.WriteAllTextAsync(Path.Combine(folder, name, "directory.yaml"), text, Stop);
    }

    private static Task<Directory> NextChange(LiveDirectory live)
    {
        var changed = new TaskCompletionSource<Directory>(TaskCreationOptions.RunContinuationsAsynchronously);
        live.Changed += directory => changed.TrySetResult(directory);
        return changed.Task.WaitAsync(TimeSpan.FromMinutes(1), Stop);
    }

    private sealed class ErrorLog : ILogger<LiveDirectory>
    {
        public List<string> Errors { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Error)
            {
                Errors.Add(formatter(state, exception));
            }
        }
    }
}
