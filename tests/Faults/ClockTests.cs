using ChatSupport.Desk.Acts;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Faults;

/// <summary>The machine's clock is set while the desk is at work.</summary>
public sealed class ClockTests
{
    [Theory]
    [InlineData("2026-11-30T09:05")]
    [InlineData("2026-11-30T11:05")]
    public async Task A_clock_that_steps_by_an_hour_leaves_timelines_in_order(string thenItIs)
    {
        await using var desk = await BareDesk.At("2026-11-30T10:05");
        var ticket = await desk.Declares("paul.renard");

        desk.ItsClockIsSetTo(thenItIs);
        await desk.Sweeps();
        await desk.Does(ticket, new Acknowledge("Je regarde."), "nadia.benali");
        desk.ItsClockIsSetTo("2026-11-30T10:06");
        await desk.Sweeps();
        await desk.Does(ticket, new Comment("Encore là."), "paul.renard");

        var timeline = (await desk.Timeline(ticket)).Select(happening => happening.At).ToList();
        Assert.Equal(timeline.Order(), timeline);
        Assert.True((await desk.Sees(ticket)).Clock.StartedAt <= (await desk.Sees(ticket)).AcknowledgedAt);
    }
}
