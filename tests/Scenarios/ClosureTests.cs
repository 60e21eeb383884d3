using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Scenarios;

public sealed class ClosureTests
{
    [Fact]
    public async Task A_resolution_that_nobody_answers_closes_at_19_00_of_the_fifth_business_day()
    {
        await using var desk = await RunningDesk.At("2026-12-21T14:00:00+01:00");
        var ticket = await Resolved(desk, "2026-12-21T15:20:00+01:00");
        await desk.ItIs("2026-12-29T18:59:59+01:00");
        Assert.Equal("Resolved", (await desk.Sees(ticket)).Status);
        await desk.ItIs("2026-12-30T12:00:00+01:00");
        var closed = await desk.Sees(ticket);
        Assert.Equal(("Closed", "Silence", DateTimeOffset.Parse("2026-12-29T19:00:00+01:00")), (closed.Status, closed.Closure, closed.ClosedAt));
    }

    [Fact]
    public async Task A_late_click_does_not_beat_the_automatic_closure()
    {
        await using var desk = await RunningDesk.At("2026-12-21T14:00:00+01:00");
        var ticket = await Resolved(desk, "2026-12-21T15:20:00+01:00");
        await desk.ItIs("2026-12-29T19:00:00+01:00");
        var refused = await desk.IsRefused(ticket, "contest", "paul.renard", "Toujours en panne.");
        Assert.Equal(409, refused.Status);
        Assert.Contains("29 décembre 2026 à 19:00", refused.Detail);
    }

    [Fact]
    public async Task A_contest_at_18_59_reopens_and_the_next_resolution_counts_anew()
    {
        await using var desk = await RunningDesk.At("2026-12-21T14:00:00+01:00");
        var ticket = await Resolved(desk, "2026-12-21T15:20:00+01:00");
        await desk.ItIs("2026-12-29T18:59:00+01:00");
        Assert.Equal("InProgress", (await desk.Does(ticket, "contest", "paul.renard", "Toujours en panne.")).Status);
        await desk.Does(ticket, "resolve", "nadia.benali", "Correctif appliqué.", ("fix", "production"));
        await desk.ItIs("2027-01-06T18:59:00+01:00");
        Assert.Equal("Resolved", (await desk.Sees(ticket)).Status);
        await desk.ItIs("2027-01-06T19:00:00+01:00");
        Assert.Equal("Closed", (await desk.Sees(ticket)).Status);
    }

    [Fact]
    public async Task A_reply_after_the_resolution_restarts_the_five_days()
    {
        await using var desk = await RunningDesk.At("2026-12-21T14:00:00+01:00");
        var ticket = await Resolved(desk, "2026-12-21T15:20:00+01:00");
        await desk.ItIs("2026-12-23T10:00:00+01:00");
        Assert.Equal("Resolved", (await desk.Does(ticket, "comment", "paul.renard", "Merci, nous vérifions.")).Status);
        await desk.ItIs("2026-12-30T20:00:00+01:00");
        Assert.Equal("Resolved", (await desk.Sees(ticket)).Status);
        await desk.ItIs("2026-12-31T19:00:00+01:00");
        Assert.Equal("Closed", (await desk.Sees(ticket)).Status);
    }

    [Fact]
    public async Task A_confirmation_closes_at_once_and_closed_is_final()
    {
        await using var desk = await RunningDesk.At("2026-12-21T14:00:00+01:00");
        var ticket = await Resolved(desk, "2026-12-21T15:20:00+01:00");
        Assert.Equal("Closed", (await desk.Does(ticket, "confirm", "paul.renard")).Status);
        Assert.Equal(409, (await desk.IsRefused(ticket, "comment", "paul.renard", "Encore une chose.")).Status);
        var next = await desk.Declares("paul.renard", ("followsUp", ticket.Reference));
        Assert.Equal(ticket.Reference, next.FollowsUp);
    }

    private static async Task<TicketSeen> Resolved(RunningDesk desk, string at)
    {
        var ticket = await desk.Declares("paul.renard");
        await desk.Does(ticket, "acknowledge", "nadia.benali", "Nous regardons.");
        await desk.ItIs(at);
        return await desk.Does(ticket, "resolve", "nadia.benali", "Route réseau rétablie.", ("fix", "production"));
    }
}
