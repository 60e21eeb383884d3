using ChatSupport.Desk.Storage;
using static ChatSupport.Tests.Storage.Rows;

namespace ChatSupport.Tests.Storage;

public sealed class DialogTests
{
    private const string Conversation = "slack:T024BE7LD:D1";

    [Fact]
    public async Task A_dialog_goes_on_tomorrow_where_it_stopped()
    {
        await using var desk = await TemporaryStore.Open();
        Assert.True(await Save(desk, expected: 0, """{"title":"fr1"}"""));
        Assert.True(await Save(desk, expected: 1, """{"title":"fr1","region":"fr1"}""", minute: 1));

        await desk.Reopen();

        Assert.Equal(
            new DialogRow(Conversation, 2, """{"title":"fr1","region":"fr1"}""", After(1)),
            await desk.Read(reader => reader.LoadDialog(Conversation)));
        Assert.Null(await desk.Read(reader => reader.LoadDialog("another")));
    }

    [Fact]
    public async Task Of_two_turns_that_read_the_same_version_the_later_is_told()
    {
        await using var desk = await TemporaryStore.Open();
        await Save(desk, expected: 0, "{}");

        var saved = await Task.WhenAll(Save(desk, expected: 1, "one"), Save(desk, expected: 1, "other"));

        Assert.Equal([false, true], saved.Order());
        Assert.Equal(saved[0] ? "one" : "other", (await desk.Read(reader => reader.LoadDialog(Conversation)))?.State);
    }

    [Fact]
    public async Task Who_holds_a_dialog_sees_what_those_before_left_and_nobody_comes_between()
    {
        await using var desk = await TemporaryStore.Open();
        await Save(desk, expected: 0, "");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => desk.Write(async session =>
        {
            var held = (await session.HoldDialog(Conversation))!;
            await session.SaveHeldDialog(held, held.State + "+", After(1));
            return held.Version;
        })));

        Assert.Equal(new DialogRow(Conversation, 9, "++++++++", After(1)), await desk.Read(reader => reader.LoadDialog(Conversation)));
    }

    [Fact]
    public async Task Of_two_first_turns_the_later_is_told()
    {
        await using var desk = await TemporaryStore.Open();

        var saved = await Task.WhenAll(Save(desk, expected: 0, "one"), Save(desk, expected: 0, "other"));

        Assert.Equal([false, true], saved.Order());
    }

    [Fact]
    public async Task A_finished_dialog_is_gone_and_a_late_turn_does_not_bring_it_back()
    {
        await using var desk = await TemporaryStore.Open();
        await Save(desk, expected: 0, "{}");

        Assert.False(await desk.Write(session => session.DeleteDialog(Conversation, expectedVersion: 2)));
        Assert.True(await desk.Write(session => session.DeleteDialog(Conversation, expectedVersion: 1)));
        Assert.False(await Save(desk, expected: 1, "late"));

        Assert.Null(await desk.Read(reader => reader.LoadDialog(Conversation)));
        Assert.True(await Save(desk, expected: 0, "new"));
    }

    [Fact]
    public async Task A_setting_is_kept_until_it_is_set_again()
    {
        await using var desk = await TemporaryStore.Open();
        Assert.Null(await desk.Read(reader => reader.Setting("demo.clock")));

        await desk.Write(session => session.Set("demo.clock", "2026-12-24T16:30:00Z"));
        await desk.Write(session => session.Set("demo.clock", "2026-12-24T17:30:00Z"));

        Assert.Equal("2026-12-24T17:30:00Z", await desk.Read(reader => reader.Setting("demo.clock")));
    }

    private static Task<bool> Save(TemporaryStore desk, int expected, string state, int minute = 0) =>
        desk.Write(session => session.SaveDialog(Conversation, expected, state, After(minute)));
}
