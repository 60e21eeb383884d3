using ChatSupport.Desk.Storage;
using ChatSupport.Tests.Driver;
using static ChatSupport.Tests.Storage.Rows;

namespace ChatSupport.Tests.Storage;

public sealed class GroupCommitTests
{
    [Fact]
    public async Task Many_callers_at_once_each_get_their_own_answer()
    {
        await using var desk = await TemporaryStore.Open();

        var answers = await Task.WhenAll(Enumerable.Range(0, 3000).Select(n => desk.Write(async session => (n, await session.Declare()))));

        Assert.Equal(Enumerable.Range(0, 3000), answers.Select(answer => answer.n));
        Assert.Equal(3000, answers.Select(answer => answer.Item2).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Whatever_is_answered_can_be_read_by_others_at_that_moment()
    {
        await using var desk = await TemporaryStore.Open();

        await Task.WhenAll(Enumerable.Range(0, 200).Select(async _ =>
        {
            var reference = await desk.Write(session => session.Declare());
            Assert.Equal(1, desk.Ask<long>($"SELECT COUNT(*) FROM tickets WHERE reference = '{reference}'"));
        }));
    }

    [Fact]
    [Trait(TestStore.Trait, TestStore.Embedded)]
    public async Task Nothing_is_answered_before_the_commit_not_even_a_refusal()
    {
        await using var desk = await TemporaryStore.Open();
        await using var gate = await Gate.Close(desk);
        var refused = desk.Write(_ => ValueTask.FromResult("already taken"));
        var declared = desk.Write(session => session.Declare());
        await using var second = Gate.Queue(desk);
        gate.Open();
        await second.Reached;

        // Both were decided in the batch whose last command is still being decided.
        Assert.False(refused.IsCompleted);
        Assert.False(declared.IsCompleted);
        Assert.Equal(0, desk.Ask<long>("SELECT COUNT(*) FROM tickets"));

        second.Open();
        Assert.Equal("already taken", await refused);
        Assert.Equal("INC-000001", await declared);
        Assert.Equal(1, desk.Ask<long>("SELECT COUNT(*) FROM tickets"));
    }

    [Fact]
    [Trait(TestStore.Trait, TestStore.Embedded)]
    public async Task A_command_that_fails_is_undone_alone()
    {
        await using var desk = await TemporaryStore.Open();
        await using var gate = await Gate.Close(desk);
        var before = desk.Write(session => session.Declare());
        var failing = desk.Write<string>(async session =>
        {
            await session.Declare();
            throw new InvalidOperationException("after the insert");
        });
        var after = desk.Write(session => session.Declare());
        gate.Open();

        Assert.Equal("INC-000001", await before);
        Assert.Equal("after the insert", (await Assert.ThrowsAsync<InvalidOperationException>(() => failing)).Message);
        Assert.Equal("INC-000002", await after);
        Assert.Equal(2, desk.Ask<long>("SELECT COUNT(*) FROM tickets"));
    }

    [Fact]
    [Trait(TestStore.Trait, TestStore.Embedded)]
    public async Task A_row_taken_twice_fails_the_second_writer_only()
    {
        await using var desk = await TemporaryStore.Open();
        await using var gate = await Gate.Close(desk);
        var first = desk.Write(session => session.Place(Ticket(7)));
        var second = desk.Write(session => session.Place(Ticket(7)));
        var third = desk.Write(session => session.Place(Ticket(8)));
        gate.Open();

        Assert.Equal(1, await first);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => second);
        Assert.True(await third > 1);
    }

    [Fact]
    [Trait(TestStore.Trait, TestStore.Embedded)]
    public async Task When_the_commit_itself_fails_each_command_stands_alone()
    {
        await using var desk = await TemporaryStore.Open();
        desk.Run(
            """
            CREATE TABLE parents (id INTEGER PRIMARY KEY);
            CREATE TABLE orphans (id INTEGER REFERENCES parents (id) DEFERRABLE INITIALLY DEFERRED)
            """);
        await using var gate = await Gate.Close(desk);
        var tries = 0;
        var before = desk.Write(session => session.Declare());
        var guilty = desk.Write(session =>
        {
            tries++;
            return Execute(session, "INSERT INTO orphans VALUES (1)");
        });
        var after = desk.Write(session => session.Declare());
        gate.Open();

        Assert.Equal("INC-000001", await before);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => guilty);
        Assert.Equal("INC-000002", await after);
        Assert.Equal(3, tries);
        Assert.Equal(0, desk.Ask<long>("SELECT COUNT(*) FROM orphans"));
    }

    [Fact]
    public async Task A_command_may_wait_for_something_else_before_it_decides()
    {
        await using var desk = await TemporaryStore.Open();

        var reference = await desk.Write(async session =>
        {
            await Task.Yield();
            return await session.Declare();
        });

        Assert.Equal("INC-000001", reference);
    }

    private static ValueTask<int> Execute(Session session, string sql) => session.Prepare(sql).With().Execute();
}
