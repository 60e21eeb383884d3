using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Tickets;
using ChatSupport.Desk.Tickets.Paging;
using ChatSupport.Tests.Driver;
using static ChatSupport.Tests.Clock.Moment;

namespace ChatSupport.Tests.Tickets;

public sealed class AgendaTests
{
    [Fact]
    public void An_unanswered_P1_warns_at_half_and_three_quarters_and_is_missed_once()
    {
        var paper = PaperTicket.Declared("paul.renard", "2026-11-30T10:00").CatchUp("2026-12-10T10:00");
        Assert.Equal(
            [(new Warned(50), At("2026-11-30T12:00")), (new Warned(75), At("2026-11-30T13:00")), (new ResponseMissed(), At("2026-11-30T14:00"))],
            paper.Since(1));
    }

    [Fact]
    public void Warnings_count_only_the_hours_that_the_contract_counts()
    {
        var paper = PaperTicket.Declared("paul.renard", "2026-12-24T17:30").CatchUp("2026-12-28T10:30");
        Assert.Equal([(new Warned(50), At("2026-12-28T09:30")), (new Warned(75), At("2026-12-28T10:30"))], paper.Since(1));
    }

    [Fact]
    public void Nothing_is_missed_at_the_deadline_itself() // E29
    {
        var paper = PaperTicket.Declared("paul.renard", "2026-11-30T10:00").CatchUp("2026-11-30T14:00");
        Assert.Equal(75, paper.Ticket.WarnedAt);
        Assert.Equal(100, paper.CatchUp("2026-11-30T14:00:00.001").Ticket.WarnedAt);
        Assert.Equal(At("2026-11-30T14:00"), paper.Timeline[^1].At);
    }

    [Fact]
    public void An_answered_ticket_warns_nobody()
    {
        var paper = Stages.Of("InProgress").CatchUp("2027-01-30T10:00");
        Assert.Empty(paper.Since(2));
    }

    [Fact]
    public void Best_effort_has_nothing_on_its_agenda() =>
        Assert.Null(PaperTicket.Declared("paul.renard", "2026-11-30T10:00", ("requestedPriority", "P3")).Ticket.Next(Cast.Directory, At("2026-11-30T10:00")));

    [Fact]
    public void A_premium_P1_that_nobody_phones_passes_its_soft_objective_once() // D7, S30
    {
        var paper = PaperTicket.Declared("claire.morel", "2026-11-30T10:00").CatchUp("2026-12-30T10:00");
        Assert.Equal([(new SoftTargetPassed(), At("2026-11-30T14:00"))], paper.Since(1));
    }

    [Fact]
    public void After_the_call_the_hour_is_warned_about_and_the_soft_objective_forgotten()
    {
        var paper = PaperTicket.Declared("claire.morel", "2026-11-30T10:00").And(new RecordCall(null), "claire.morel", "2026-11-30T10:50").CatchUp("2026-11-30T18:00");
        Assert.Equal(
            [(new Warned(50), At("2026-11-30T11:20")), (new Warned(75), At("2026-11-30T11:35")), (new ResponseMissed(), At("2026-11-30T11:50"))],
            paper.Since(2).Where(it => it.What is not PageSent));
    }

    [Fact]
    public void A_deadline_that_moves_is_warned_about_anew()
    {
        var paper = PaperTicket.Declared("paul.renard", "2026-11-30T10:00").CatchUp("2026-11-30T13:30")
            .And(new Requalify(Priority.P2, "Contournement vérifié."), "nadia.benali", "2026-11-30T13:30").CatchUp("2026-12-10T10:00");
        Assert.Equal(
            [(new Warned(50), At("2026-11-30T15:00")), (new Warned(75), At("2026-11-30T17:30")), (new ResponseMissed(), At("2026-12-01T10:00"))],
            paper.Since(4));
    }

    [Fact]
    public void The_third_business_day_reminds_and_the_fifth_closes() // D12, S14
    {
        var paper = Resolved("2026-12-21T15:20").CatchUp("2026-12-29T18:59:59");
        var closes = At("2026-12-29T19:00");
        Assert.Equal((Status.Resolved, new Reminded(closes), At("2026-12-24T09:00")), (paper.Ticket.Status, paper.Timeline[^1].What, paper.Timeline[^1].At));
        paper.CatchUp("2026-12-30T08:00");
        Assert.Equal((Status.Closed, Closure.Silence, closes), (paper.Ticket.Status, paper.Ticket.Closure, paper.Ticket.ClosedAt));
        Assert.Null(paper.Ticket.Next(Cast.Directory, At("2026-11-30T10:00")));
    }

    [Fact]
    public void A_reply_reminds_and_closes_anew_and_waits_to_be_qualified() // D13
    {
        var paper = Resolved("2026-12-21T15:20").And(new Comment("Merci, nous vérifions."), "paul.renard", "2026-12-28T10:00");
        Assert.True(paper.Ticket.HasReplyToQualify);
        paper.CatchUp("2027-01-04T18:59");
        Assert.Equal((Status.Resolved, At("2026-12-31T09:00")), (paper.Ticket.Status, paper.Timeline[^1].At));
        Assert.Equal(At("2027-01-05T19:00"), Assert.Single(paper.CatchUp("2027-01-05T19:00").Since(paper.Ticket.Version - 1)).At);
        Assert.False(paper.Ticket.HasReplyToQualify);
    }

    [Fact]
    public void A_contest_at_the_last_minute_cancels_the_closure_and_the_clock_is_not_started_again() // E41, D13
    {
        var paper = Resolved("2026-12-21T15:20").And(new Contest("Toujours en panne."), "paul.renard", "2026-12-29T18:59").CatchUp("2027-02-01T10:00");
        Assert.Equal((Status.InProgress, null, Standing.Met), (paper.Ticket.Status, paper.Ticket.ResolvedAt, paper.Ticket.StandingAt(At("2027-02-01T10:00"))));
        paper.And(new Resolve(Fix.Production, "Correctif appliqué."), "nadia.benali", "2027-02-01T10:00").CatchUp("2027-02-08T19:00");
        Assert.Equal((Status.Closed, At("2027-02-08T19:00")), (paper.Ticket.Status, paper.Ticket.ClosedAt));
    }

    [Fact]
    public void A_resolution_on_a_weekend_counts_from_monday() =>
        Assert.Equal(At("2026-12-04T19:00"), Resolved("2026-11-28T23:30").CatchUp("2027-01-01T00:00").Ticket.ClosedAt);

    private static PaperTicket Resolved(string at) => PaperTicket.Declared("paul.renard", "2026-11-27T10:00")
        .And(new Acknowledge("Nous regardons."), "nadia.benali", "2026-11-27T10:10")
        .And(new Resolve(Fix.Production, "Route rétablie."), "nadia.benali", at);
}
