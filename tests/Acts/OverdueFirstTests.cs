using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Tickets;
using ChatSupport.Tests.Clock;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Acts;

/// <summary>What has fallen due is decided, at its own instant, before anybody acts, however late the desk looks.</summary>
public sealed class OverdueFirstTests
{
    [Fact]
    public async Task A_late_contest_finds_the_ticket_closed_when_it_was_due()
    {
        await using var desk = await BareDesk.At("2026-12-21T15:00");
        var ticket = await Resolved(desk, "2026-12-21T15:20");
        desk.ItIs("2026-12-29T19:00");
        var refusal = await desk.IsRefused(ticket, new Contest("Toujours en panne."), "paul.renard");
        Assert.Equal("INC-000001 was closed on Tuesday 29 December 2026 at 19:00 and stays closed. Declare a new incident that follows it.", refusal.Why.In(Tongue.English));
        Assert.Equal(Moment.At("2026-12-29T19:00"), (await desk.Sees(ticket)).ClosedAt);
    }

    [Fact]
    public async Task A_late_acknowledgement_stands_after_what_it_missed()
    {
        await using var desk = await BareDesk.At("2026-11-30T10:00");
        var ticket = await desk.Declares("paul.renard");
        desk.ItIs("2026-12-02T10:00");
        await desk.Does(ticket, new Acknowledge(null), "nadia.benali");
        var timeline = await desk.Timeline(ticket);
        Assert.Equal(
            [("paul.renard", Moment.At("2026-11-30T10:00")), ("desk", Moment.At("2026-11-30T12:00")), ("desk", Moment.At("2026-11-30T13:00")), ("desk", Moment.At("2026-11-30T14:00")), ("nadia.benali", Moment.At("2026-12-02T10:00"))],
            timeline.Select(happening => (happening.By, happening.At)));
    }

    [Fact]
    public async Task A_refused_act_leaves_what_had_fallen_due()
    {
        await using var desk = await BareDesk.At("2026-11-30T10:00");
        var ticket = await desk.Declares("paul.renard");
        desk.ItIs("2026-11-30T12:30");
        await desk.IsRefused(ticket, new Resolve(Fix.Production, null), "nadia.benali");
        Assert.Equal(50, (await desk.Sees(ticket)).WarnedAt);
    }

    [Fact]
    public async Task The_sweep_decides_the_same_and_tells_when_to_come_again()
    {
        await using var desk = await BareDesk.At("2026-12-21T15:00");
        var ticket = await Resolved(desk, "2026-12-21T15:20");
        desk.ItIs("2027-01-15T10:00");
        await desk.Sweeps();
        Assert.Equal((Status.Closed, Moment.At("2026-12-29T19:00")), ((await desk.Sees(ticket)).Status, (await desk.Sees(ticket)).ClosedAt!.Value));
        Assert.Null(await desk.NextDue());
    }

    [Fact]
    public async Task A_ticket_whose_closure_is_overdue_can_be_followed() // E42
    {
        await using var desk = await BareDesk.At("2026-12-21T15:00");
        var ticket = await Resolved(desk, "2026-12-21T15:20");
        desk.ItIs("2026-12-29T19:00");
        Assert.Equal(ticket.Reference, (await desk.Declares("paul.renard", ("followsUp", ticket.Reference))).FollowsUp);
    }

    private static async Task<Ticket> Resolved(BareDesk desk, string at)
    {
        var ticket = await desk.Declares("paul.renard");
        await desk.Does(ticket, new Acknowledge(null), "nadia.benali");
        desk.ItIs(at);
        return await desk.Does(ticket, new Resolve(Fix.Production, null), "nadia.benali");
    }
}
