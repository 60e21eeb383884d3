using System.Collections.Concurrent;
using System.Globalization;
using System.IO;
using ChatSupport.Desk.Storage;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Storage;

/// <summary>What a killed program leaves behind is what the files hold at that moment, so that moment is copied and opened.</summary>
[Trait(TestStore.Trait, TestStore.Embedded)]
public sealed class CrashTests
{
    [Fact]
    public async Task Everything_answered_before_a_crash_is_there_after_it_and_whole()
    {
        await using var desk = await TemporaryStore.Open();
        var answered = new ConcurrentQueue<string>();
        var copies = new List<(string File, List<string> Answered)>();

        for (var round = 0; round < 5; round++)
            await Task.WhenAll(Enumerable.Range(round * 300, 300).Select(async n => answered.Enqueue(await desk.Write(async session =>
            {
                // In the middle of a batch, with rows written and not committed.
                if (n % 300 == 200)
                    copies.Add((Copy(desk, n), [.. answered]));
                return await session.Declare();
            }))));

        Assert.Equal(5, copies.Count);
        Assert.InRange(copies[^1].Answered.Count, 1200, 1500);
        foreach (var (file, before) in copies)
        {
            Assert.Equal("ok", TemporaryStore.Ask<string>(file, "PRAGMA integrity_check"));
            await using var store = await Store.Open(file);
            foreach (var reference in before)
                Assert.NotNull(await store.Read(reader => reader.LoadTicket(reference), TestContext.Current.CancellationToken));
            Assert.Equal(
                TemporaryStore.Ask<long>(file, "SELECT COUNT(*) FROM tickets"),
                TemporaryStore.Ask<long>(file, "SELECT COALESCE(MAX(last), 0) FROM counters WHERE kind = 'Incident'"));
        }
    }

    [Fact]
    public async Task A_commit_torn_by_a_power_cut_never_happened()
    {
        await using var desk = await TemporaryStore.Open();
        await desk.Write(session => session.Declare());
        var log = new FileInfo(desk.Path + "-wal").Length;
        await desk.Write(session => session.Declare());
        var file = Copy(desk, 0);
        using (var torn = new FileStream(file + "-wal", FileMode.Open))
            torn.SetLength(log + ((torn.Length - log) / 2));

        await using var store = await Store.Open(file);

        Assert.NotNull(await store.Read(reader => reader.LoadTicket("INC-000001"), TestContext.Current.CancellationToken));
        Assert.Null(await store.Read(reader => reader.LoadTicket("INC-000002"), TestContext.Current.CancellationToken));
        Assert.Equal("INC-000002", await store.Write(session => session.Declare(), TestContext.Current.CancellationToken));
    }

    private static string Copy(TemporaryStore desk, int n)
    {
        var copy = desk.Path + n.ToString(CultureInfo.InvariantCulture);
        File.Copy(desk.Path, copy);
        File.Copy(desk.Path + "-wal", copy + "-wal");
        return copy;
    }
}
