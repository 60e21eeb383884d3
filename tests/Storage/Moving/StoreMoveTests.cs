using System.IO;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Storage.Moving;
using ChatSupport.Tests.Driver;
using static ChatSupport.Tests.Storage.Rows;

namespace ChatSupport.Tests.Storage.Moving;

public sealed class StoreMoveTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("move-");
    private string server = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string File => Path.Combine(folder.FullName, "desk.db");

    public async ValueTask InitializeAsync()
    {
        server = await (await PostgresServer.Shared).NewEmptyDatabase();
        await using var store = await Store.Open(File);
        await Task.WhenAll(Enumerable.Range(0, 5_000).Select(n => store.Write(async session =>
        {
            var reference = await session.Declare();
            var id = (await session.LoadTicket(reference))!.Id;
            await session.Append(Event(id, 1) with { Data = "tab\there, line\nthere, \\N, « été » \U0001F600" });
            await session.Enqueue(Message($"lane-{n % 50}", $"{n}"));
            return await session.SaveDialog($"slack:C{n}", 0, """{"draft":{}}""", Monday);
        })));
        await store.Write(session => session.Sent(new ClaimedMessage(3, 0, Message("lane-2")), Monday, "1700.1"), Stop);
    }

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_desk_moves_with_every_row_and_goes_on_with_the_next_number()
    {
        var told = new List<MoveProgress>();

        await StoreMove.Run(File, server, told.Add, Stop);

        await using var store = await Store.Open(server);
        var ticket = (await store.Read(reader => reader.LoadTicket("INC-004999"), Stop))!;
        Assert.Equal("tab\there, line\nthere, \\N, « été » \U0001F600", Assert.Single(await store.Read(reader => reader.Timeline(ticket.Id), Stop)).Data);
        Assert.Equal("INC-005001", await store.Write(session => session.Declare(), Stop));
        Assert.True((await store.Write(session => session.Send(Message("new")), Stop)) > 5_000);
        Assert.Equal(51, (await store.Write(session => session.ClaimMessages(After(0), After(2), _ => 1000), Stop)).Count);
        Assert.Contains(new MoveProgress("tickets", Verified: true, 5_000, 5_000), told);
    }

    [Fact]
    public async Task A_move_that_was_interrupted_goes_on_where_it_stopped()
    {
        using var interruption = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => StoreMove.Run(
            File, server, progress => { if (progress is { Table: "outbox", Done: > 2_000 }) interruption.Cancel(); }, interruption.Token));
        var copied = await PostgresServer.Ask<long>(server, "SELECT COUNT(*) FROM outbox");
        var told = new List<MoveProgress>();

        await StoreMove.Run(File, server, told.Add, Stop);

        Assert.InRange(copied, 2_000, 4_999);
        Assert.Equal(copied, told.First(progress => progress.Table == "outbox").Done);
        Assert.Equal(5_000, await PostgresServer.Ask<long>(server, "SELECT COUNT(*) FROM outbox"));
    }

    [Fact]
    public async Task A_row_that_did_not_arrive_as_it_was_is_found_and_named()
    {
        using var interruption = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => StoreMove.Run(
            File, server, progress => { if (progress.Verified) interruption.Cancel(); }, interruption.Token));
        await PostgresServer.Ask<object?>(server, "UPDATE tickets SET status = 'Closed' WHERE id = 4321 RETURNING 1");

        var refused = await Assert.ThrowsAsync<MoveRefusedException>(() => StoreMove.Run(File, server, _ => { }, Stop));

        Assert.Equal("Storage.MoveDiffers", refused.Sentence.Key);
        Assert.Contains("tickets", refused.Message, StringComparison.Ordinal);
        Assert.Contains("4321", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_desk_in_use_is_not_written_over()
    {
        await using (var store = await Store.Open(server))
            await store.Write(session => session.Declare(), Stop);

        var refused = await Assert.ThrowsAsync<MoveRefusedException>(() => StoreMove.Run(File, server, _ => { }, Stop));

        Assert.Equal("Storage.MoveIntoUse", refused.Sentence.Key);
        Assert.Equal(1, await PostgresServer.Ask<long>(server, "SELECT COUNT(*) FROM tickets"));
    }

    [Fact]
    public async Task A_desk_that_is_running_is_not_moved()
    {
        await using var running = await Store.Open(File);

        var refused = await Assert.ThrowsAsync<StoreRefusedException>(() => StoreMove.Run(File, server, _ => { }, Stop));

        Assert.Equal("Storage.InUse", refused.Sentence.Key);
    }
}
