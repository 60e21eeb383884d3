using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Scenarios;

public sealed class InitialResponseTests
{
    [Fact]
    public async Task A_business_P1_of_Christmas_Eve_is_due_on_Monday_and_an_answer_at_that_second_is_in_time()
    {
        await using var desk = await RunningDesk.At("2026-12-24T17:30:00+01:00");
        var ticket = await desk.Declares("paul.renard");
        Assert.Equal(DateTimeOffset.Parse("2026-12-28T11:30:00+01:00"), ticket.Clock.DueAt);
        Assert.Equal(("Open", "Running", "P1"), (ticket.Status, ticket.Clock.Standing, ticket.Priority));

        await desk.ItIs("2026-12-28T11:30:00+01:00");
        ticket = await desk.Does(ticket, "acknowledge", "nadia.benali", "Nous regardons.");
        Assert.Equal(("InProgress", "Met", "nadia.benali"), (ticket.Status, ticket.Clock.Standing, ticket.AcknowledgedBy));
    }

    [Fact]
    public async Task One_second_later_it_is_missed()
    {
        await using var desk = await RunningDesk.At("2026-12-24T17:30:00+01:00");
        var ticket = await desk.Declares("paul.renard");
        await desk.ItIs("2026-12-28T11:30:01+01:00");
        Assert.Equal("Missed", (await desk.Sees(ticket)).Clock.Standing);
        Assert.Equal("Missed", (await desk.Does(ticket, "acknowledge", "nadia.benali")).Clock.Standing);
        Assert.Equal(["warned", "warned", "responseMissed"], (await desk.Timeline(ticket)).Skip(1).Take(3).Select(happening => happening.Type));
    }

    [Fact]
    public async Task A_premium_P1_waits_for_the_call_and_then_has_one_hour()
    {
        await using var desk = await RunningDesk.At("2026-11-30T10:00:00+01:00");
        var ticket = await desk.Declares("claire.morel");
        Assert.Equal(new ClockSeen(null, null, DateTimeOffset.Parse("2026-11-30T14:00:00+01:00"), "NotStarted"), ticket.Clock);

        await desk.ItIs("2026-11-30T10:50:00+01:00");
        ticket = await desk.Does(ticket, "call", "claire.morel");
        Assert.Equal(("2026-11-30T10:50:00+01:00", "2026-11-30T11:50:00+01:00", "Running"),
            ($"{ticket.Clock.StartedAt:yyyy-MM-ddTHH:mm:sszzz}", $"{ticket.Clock.DueAt:yyyy-MM-ddTHH:mm:sszzz}", ticket.Clock.Standing));

        await desk.ItIs("2026-11-30T11:20:00+01:00");
        ticket = await desk.Does(ticket, "call", "yanis.haddad");
        Assert.Equal(DateTimeOffset.Parse("2026-11-30T11:50:00+01:00"), ticket.Clock.DueAt);
    }

    [Fact]
    public async Task A_business_P3_raised_to_P1_is_due_from_the_requalification()
    {
        await using var desk = await RunningDesk.At("2026-11-30T09:30:00+01:00");
        var ticket = await desk.Declares("paul.renard", ("requestedPriority", "P3"));
        Assert.Equal((null, "BestEffort"), (ticket.Clock.DueAt, ticket.Clock.Standing));

        await desk.ItIs("2026-11-30T17:00:00+01:00");
        ticket = await desk.Does(ticket, "requalify", "nadia.benali", "Toute la production est touchée.", ("priority", "P1"));
        Assert.Equal(DateTimeOffset.Parse("2026-12-01T11:00:00+01:00"), ticket.Clock.DueAt);
        Assert.Equal(("P1", "P3", "Running"), (ticket.Priority, ticket.RequestedPriority, ticket.Clock.Standing));
    }

    [Fact]
    public async Task A_developer_plan_has_no_P1()
    {
        await using var desk = await RunningDesk.At("2026-12-31T18:00:00+01:00");
        var ticket = await desk.Declares("ines.costa");
        Assert.Equal(("P2", "P1"), (ticket.Priority, ticket.RequestedPriority));
        Assert.Equal(DateTimeOffset.Parse("2027-01-05T18:00:00+01:00"), ticket.Clock.DueAt);

        var refused = await desk.IsRefused(ticket, "requalify", "sylvie.roux", "Critique.", ("priority", "P1"));
        Assert.Equal(409, refused.Status);
    }

    [Fact]
    public async Task A_dispute_goes_through_on_hold_and_a_supervisor_decides_without_touching_the_verdict()
    {
        await using var desk = await RunningDesk.At("2026-11-30T10:00:00+01:00");
        var ticket = await desk.Declares("paul.renard");
        await desk.ItIs("2026-11-30T10:40:00+01:00");
        await desk.Does(ticket, "acknowledge", "nadia.benali", "Nous regardons.");
        await desk.ItIs("2026-11-30T11:00:00+01:00");
        ticket = await desk.Does(ticket, "requalify", "nadia.benali", "Un contournement existe.", ("priority", "P2"));
        Assert.Equal(("OnHold", "P1", "P2"), (ticket.Status, ticket.Priority, ticket.ProposedPriority));

        await desk.ItIs("2026-11-30T15:30:00+01:00");
        Assert.Equal("InProgress", (await desk.Does(ticket, "comment", "paul.renard", "Non, rien ne fonctionne.")).Status);
        await desk.ItIs("2026-11-30T16:00:00+01:00");
        ticket = await desk.Does(ticket, "requalify", "sylvie.roux", "Le contournement a été vérifié.", ("priority", "P2"));
        Assert.Equal(("InProgress", "P2", null, "Met"), (ticket.Status, ticket.Priority, ticket.ProposedPriority, ticket.Clock.Standing));
        Assert.Equal(DateTimeOffset.Parse("2026-11-30T14:00:00+01:00"), ticket.Clock.DueAt);
    }
}
