using ChatSupport.Desk.Storage;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Storage;

public sealed class ReadingTests
{
    [Fact]
    public async Task A_read_sees_one_moment_whatever_is_written_meanwhile()
    {
        await using var desk = await TemporaryStore.Open();
        await desk.Write(session => session.Declare());

        var (before, after) = await desk.Read(async reader =>
        {
            var first = await reader.FindTickets(new());
            await desk.Write(session => session.Declare());
            return (first.Items.Count, (await reader.FindTickets(new())).Items.Count);
        });

        Assert.Equal((1, 1), (before, after));
        Assert.Equal(2, (await desk.Read(reader => reader.FindTickets(new()))).Items.Count);
    }

    [Fact]
    public async Task A_read_goes_on_while_a_write_takes_its_time()
    {
        await using var desk = await TemporaryStore.Open();
        await desk.Write(session => session.Declare());
        await using var gate = await Gate.Close(desk);

        Assert.NotNull(await desk.Read(reader => reader.LoadTicket("INC-000001")));
    }

    [Fact]
    public async Task More_readers_than_connections_take_turns()
    {
        await using var desk = await TemporaryStore.Open();
        await desk.Write(session => session.Declare());

        var found = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => desk.Read(async reader =>
        {
            await Task.Yield();
            return await reader.LoadTicket("INC-000001");
        }))));

        Assert.All(found, Assert.NotNull);
    }

    [Fact]
    public async Task A_read_that_fails_leaves_the_next_one_unharmed()
    {
        await using var desk = await TemporaryStore.Open();
        await desk.Write(session => session.Declare());

        for (var i = 0; i < 20; i++)
            await Assert.ThrowsAsync<InvalidOperationException>(() => desk.Read<int>(_ => throw new InvalidOperationException()));

        Assert.NotNull(await desk.Read(reader => reader.LoadTicket("INC-000001")));
    }

    [Fact]
    public async Task A_reader_cannot_write()
    {
        await using var desk = await TemporaryStore.Open();

        await Assert.ThrowsAsync<StoreUnavailableException>(() => desk.Read(reader => reader.Prepare("DELETE FROM tickets").With().Execute()));
    }

    [Fact]
    [Trait(TestStore.Trait, TestStore.Embedded)]
    public async Task A_write_sees_what_was_decided_before_it_in_the_same_batch()
    {
        await using var desk = await TemporaryStore.Open();
        await using var gate = await Gate.Close(desk);
        var declared = desk.Write(session => session.Declare());
        var seen = desk.Write(session => session.LoadTicket("INC-000001"));
        gate.Open();

        await declared;
        Assert.NotNull(await seen);
    }
}
