using ChatSupport.Desk.Storage;
using ChatSupport.Tests.Driver;
using static ChatSupport.Tests.Storage.Rows;

namespace ChatSupport.Tests.Storage;

[Trait(TestStore.Trait, TestStore.Embedded)]
public sealed class FullStoreTests
{
    private static readonly string Long = new('x', 20_000);

    [Fact]
    public async Task A_full_store_says_so_and_goes_on_when_there_is_room_again()
    {
        await using var desk = await TemporaryStore.Open();
        await desk.Write(session => session.Declare());
        await Limit(desk, pages: 1);

        var failure = await Assert.ThrowsAsync<StoreUnavailableException>(
            () => desk.Write(session => session.Place(Ticket(2) with { State = Long })));
        var health = await desk.Store.Check(TestContext.Current.CancellationToken);

        Assert.Equal("Storage.Full", failure.Sentence.Key);
        Assert.False(failure.WorthARetry);
        Assert.Equal("INC-000001", (await desk.Read(reader => reader.LoadTicket("INC-000001")))?.Reference);
        Assert.True(health.Writable);

        await Limit(desk, pages: 100_000);
        await desk.Write(session => session.Place(Ticket(2) with { State = Long }));
        Assert.Equal("INC-000002", (await desk.Read(reader => reader.LoadTicket("INC-000002")))?.Reference);
    }

    [Fact]
    public async Task Beside_a_command_too_large_the_small_ones_still_fit()
    {
        await using var desk = await TemporaryStore.Open();
        await Limit(desk, pages: 1);
        await using var gate = await Gate.Close(desk);
        var small = desk.Write(session => session.Declare());
        var large = desk.Write(session => session.Place(Ticket(9) with { State = Long }));
        var alsoSmall = desk.Write(session => session.Declare());
        gate.Open();

        Assert.Equal("INC-000001", await small);
        Assert.Equal("Storage.Full", (await Assert.ThrowsAsync<StoreUnavailableException>(() => large)).Sentence.Key);
        Assert.Equal("INC-000002", await alsoSmall);
    }

    [Fact]
    public async Task A_store_that_cannot_be_written_at_all_is_unhealthy_and_says_why()
    {
        await using var desk = await TemporaryStore.Open();
        await desk.Write(async session => await session.Prepare("PRAGMA query_only = ON").With().Execute());

        var health = await desk.Store.Check(TestContext.Current.CancellationToken);

        Assert.False(health.Writable);
        Assert.Equal("Storage.ReadOnly", health.Why?.Key);
        Assert.Null(await desk.Read(reader => reader.LoadTicket("INC-000001")));
    }

    [Fact]
    public async Task While_somebody_else_holds_the_file_a_write_is_worth_a_retry()
    {
        await using var desk = await TemporaryStore.Open("Default Timeout=1");
        using var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={desk.Path};Pooling=False");
        other.Open();
        using var command = other.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();

        var failure = await Assert.ThrowsAsync<StoreUnavailableException>(() => desk.Write(session => session.Declare()));

        Assert.Equal("Storage.Busy", failure.Sentence.Key);
        Assert.True(failure.WorthARetry);
        command.CommandText = "ROLLBACK";
        command.ExecuteNonQuery();
        Assert.Equal("INC-000001", await desk.Write(session => session.Declare()));
    }

    // SQLite takes the present size for a limit below it.
    private static Task<int> Limit(TemporaryStore desk, int pages) =>
        desk.Write(async session => await session.Prepare($"PRAGMA max_page_count = {pages}").With().Execute());
}
