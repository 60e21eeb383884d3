using System.Diagnostics;
using System.IO;
using ChatSupport.Desk.Storage;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Storage;

public sealed class BackupTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Trait(TestStore.Trait, TestStore.Embedded)]
    public async Task A_backup_made_while_the_desk_goes_on_is_a_desk_of_one_moment()
    {
        await using var desk = await TemporaryStore.Open();
        for (var n = 0; n < 200; n++)
            await desk.Write(session => session.Declare());
        var copy = desk.Path + ".backup";
        var going = Task.WhenAll(Enumerable.Range(0, 2_000).Select(_ => desk.Write(session => session.Declare())));

        Backup.Write(desk.Path, copy);
        await going;

        await using var restored = await Store.Open(copy);
        var last = await restored.Write(session => session.NextNumber("Incident"), Stop) - 1;
        Assert.InRange(last, 200, 2_200);
        Assert.Equal(last, TemporaryStore.Ask<long>(copy, "SELECT COUNT(*) FROM tickets"));
    }

    [Fact]
    [Trait(TestStore.Trait, TestStore.Embedded)]
    public async Task A_backup_never_replaces_a_file_and_a_broken_one_never_gets_a_name()
    {
        await using var desk = await TemporaryStore.Open();
        var copy = desk.Path + ".backup";
        await File.WriteAllTextAsync(copy, "precious", Stop);

        Assert.Equal("Storage.BackupExists", Assert.Throws<StoreRefusedException>(() => Backup.Write(desk.Path, copy)).Sentence.Key);
        Assert.Equal("Storage.NotWritable", Assert.Throws<StoreRefusedException>(() => Backup.Write(desk.Path, Path.Combine(copy, "inside-a-file"))).Sentence.Key);
        Assert.Equal("precious", await File.ReadAllTextAsync(copy, Stop));
        Assert.Empty(System.IO.Directory.GetFiles(Path.GetDirectoryName(copy)!, "*.part"));
    }

    /// <summary>As docs/operations.md says it: pg_dump while the desk goes on, pg_restore into an empty database.</summary>
    [Fact]
    public async Task A_database_is_backed_up_and_restored_by_its_own_tools()
    {
        var server = await PostgresServer.Shared;
        var (one, other) = (await server.NewDatabase(), await server.NewEmptyDatabase());
        var dump = Path.GetTempFileName();
        await using (var store = await Store.Open(one))
        {
            for (var n = 0; n < 50; n++)
                await store.Write(session => session.Declare(), Stop);
            await Run("pg_dump", "--format=custom", $"--file={dump}", PostgresServer.Uri(one));
        }
        await Run("pg_restore", "--no-owner", $"--dbname={PostgresServer.Uri(other)}", dump);
        File.Delete(dump);

        await using var restored = await Store.Open(other);
        Assert.NotNull(await restored.Read(reader => reader.LoadTicket("INC-000050"), Stop));
        Assert.Equal("INC-000051", await restored.Write(session => session.Declare(), Stop));
    }

    private static async Task Run(string tool, params string[] arguments)
    {
        using var run = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        var complaint = await run.StandardError.ReadToEndAsync(Stop);
        await run.WaitForExitAsync(Stop);
        Assert.True(run.ExitCode == 0, complaint);
    }
}
