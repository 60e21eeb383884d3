using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using NodaTime;

namespace ChatSupport.Tests.Delivery;

public sealed class SweepTests
{
    private readonly ScriptedWay mail = new();

    [Fact]
    public async Task What_falls_due_happens_by_itself_when_the_clock_comes_there()
    {
        await using var stage = await Stage.Set(mail);
        await stage.Sweep.StartAsync(CancellationToken.None);
        var ticket = await stage.Declares("paul.renard");
        await Passes(stage, ticket, what => what is Warned { Percent: 50 }, step: TimeSpan.FromMinutes(1));
        await Passes(stage, ticket, what => what is Warned { Percent: 75 }, step: TimeSpan.FromMinutes(1));
        await Passes(stage, ticket, what => what is ResponseMissed, step: TimeSpan.FromMinutes(1));
        Assert.Empty(stage.Log.Errors);
    }

    [Fact]
    public async Task Whoever_moved_the_clock_can_wait_until_nothing_is_due()
    {
        await using var stage = await Stage.Set(mail);
        var ticket = await stage.Declares("paul.renard");
        stage.Time.Advance(TimeSpan.FromHours(5));
        await stage.CatchesUp();
        Assert.Equal(
            [typeof(Declared), typeof(Warned), typeof(Warned), typeof(ResponseMissed)], (await stage.Timeline(ticket)).Select(what => what.GetType()));
        Assert.Null(await stage.NextDue());
    }

    [Fact]
    public async Task A_sweep_is_told_on_to_the_pump()
    {
        await using var stage = await Stage.Pumping(mail);
        await stage.Declares("paul.renard");
        stage.Time.Advance(TimeSpan.FromHours(5));
        await stage.CatchesUp();
        await stage.Drained();
        Assert.Contains("sylvie.roux:ResponseMissed", mail.Told);
    }

    [Fact]
    public async Task A_ticket_that_cannot_be_decided_holds_up_no_other_and_is_tried_again()
    {
        await using var stage = await Stage.Set(mail);
        var broken = await stage.Declares("paul.renard");
        var whole = await stage.Declares("paul.renard");
        var row = (await stage.Row(broken))!;
        await Write(stage, row with { State = "{" });
        stage.Time.Advance(TimeSpan.FromHours(2));
        await stage.Sweep.StartAsync(CancellationToken.None);
        await Passes(stage, whole, what => what is Warned, step: TimeSpan.FromSeconds(1));
        await Eventually.Holds(() => stage.Log.Errors.Any());
        await Write(stage, row);
        await Passes(stage, broken, what => what is Warned, step: TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_directory_with_other_warnings_gives_other_instants()
    {
        await using var stage = await Stage.Set(mail);
        await stage.Sweep.StartAsync(CancellationToken.None);
        await stage.Declares("paul.renard");
        await stage.Rewrites("warnings: [50%, 75%, 100%]", "warnings: [25%, 75%, 100%]");
        await Eventually.Holds(async () => await stage.NextDue() == Instant.FromUtc(2026, 11, 23, 10, 0));
    }

    [Fact]
    public async Task What_an_older_directory_had_noted_as_due_is_noted_anew_and_not_swept_for_ever()
    {
        await using var stage = await Stage.Set(mail);
        await stage.Declares("paul.renard");
        await stage.Rewrites("warnings: [50%, 75%, 100%]", "warnings: [70%, 75%, 100%]");
        stage.Time.Advance(TimeSpan.FromHours(2));
        await stage.CatchesUp();
        Assert.Equal(Instant.FromUtc(2026, 11, 23, 11, 48), await stage.NextDue());
    }

    private static Task Passes(Stage stage, Ticket ticket, Func<TicketEvent, bool> what, TimeSpan step) => Eventually.Holds(
        async () => (await stage.Timeline(ticket)).Any(what),
        meanwhile: () => stage.Time.Advance(step));

    private static Task<bool> Write(Stage stage, TicketRow row) => stage.Store.Write(async session =>
    {
        await session.Update(row);
        return true;
    });
}
