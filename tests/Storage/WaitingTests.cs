using ChatSupport.Desk.Storage;
using ChatSupport.Tests.Driver;
using Microsoft.Data.Sqlite;

namespace ChatSupport.Tests.Storage;

public sealed class WaitingTests
{
    [Fact]
    [Trait(TestStore.Trait, TestStore.Embedded)]
    public async Task A_command_withdrawn_while_it_waits_is_never_decided()
    {
        await using var desk = await TemporaryStore.Open();
        await using var gate = await Gate.Close(desk);
        using var patience = new CancellationTokenSource();
        var waiting = desk.Store.Write(session => session.Declare(), patience.Token);

        await patience.CancelAsync();

        // At once, and not when its turn would have come.
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        gate.Open();
        Assert.Equal("INC-000001", await desk.Write(session => session.Declare()));
    }

    [Fact]
    public async Task A_command_whose_turn_has_come_stands_whatever_its_caller_does()
    {
        await using var desk = await TemporaryStore.Open();
        using var patience = new CancellationTokenSource();

        var reference = await desk.Store.Write(
            async session =>
            {
                await patience.CancelAsync();
                return await session.Declare();
            },
            patience.Token);

        Assert.Equal("INC-000001", reference);
        Assert.Equal(1, desk.Ask<long>("SELECT COUNT(*) FROM tickets"));
    }

    [Fact]
    public async Task Who_comes_cancelled_is_not_let_in()
    {
        await using var desk = await TemporaryStore.Open();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => desk.Store.Write(session => session.Declare(), new CancellationToken(canceled: true)));

        Assert.Equal(0, desk.Ask<long>("SELECT COUNT(*) FROM tickets"));
    }

    [Fact]
    [Trait(TestStore.Trait, TestStore.Embedded)]
    public async Task The_queue_is_bounded_and_everybody_is_served_in_the_end()
    {
        await using var desk = await TemporaryStore.Open();
        await desk.Close();
        var connection = new SqliteConnection($"Data Source={desk.Path};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var writer = new Writer(connection, "test");
        var opened = new TaskCompletionSource();
        var reached = new TaskCompletionSource();
        var gate = Write(async _ =>
        {
            reached.SetResult();
            await opened.Task;
            return "";
        });
        await reached.Task;

        var callers = Enumerable.Range(0, 3000).Select(_ => Write(session => session.Declare())).ToList();

        Assert.Equal(1024, writer.Waiting);
        opened.SetResult();
        await gate;
        Assert.Equal(3000, (await Task.WhenAll(callers)).Distinct(StringComparer.Ordinal).Count());

        Task<string> Write(Func<Session, ValueTask<string>> decide) => writer.Write(decide, TestContext.Current.CancellationToken);
    }
}
