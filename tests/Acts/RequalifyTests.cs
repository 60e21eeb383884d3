using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Tickets;
using ChatSupport.Tests.Clock;
using ChatSupport.Tests.Tickets;

namespace ChatSupport.Tests.Acts;

/// <summary>Re-prioritisation (1.11.6).</summary>
public sealed class RequalifyTests
{
    [Fact]
    public void On_an_open_ticket_an_engineer_decides_at_once() // R25
    {
        var ticket = Stages.Of("Open").And(new Requalify(Priority.P2, "Un contournement existe."), "nadia.benali", "2026-11-30T10:05").Ticket;
        Assert.Equal((Status.Open, Priority.P2, Priority.P1, false), (ticket.Status, ticket.Priority, ticket.Requested, ticket.IsPriorityFinal));
    }

    [Fact]
    public void In_progress_an_engineer_proposes_and_the_client_has_the_floor() // R86
    {
        var ticket = Stages.Of("OnHoldDisputed").Ticket;
        Assert.Equal((Status.OnHold, Priority.P1, Priority.P2), (ticket.Status, ticket.Priority, ticket.Proposed));
    }

    [Theory]
    [InlineData(Priority.P1)] // R87
    [InlineData(Priority.P2)] // R88
    [InlineData(Priority.P3)]
    public void After_the_clients_word_an_engineer_keeps_or_changes_it(Priority decided)
    {
        var ticket = Stages.Of("Disputed").And(new Requalify(decided, "Vu ensemble."), "nadia.benali", Stages.Now).Ticket;
        Assert.Equal((Status.InProgress, decided, null, false), (ticket.Status, ticket.Priority, ticket.Proposed, ticket.IsPriorityFinal));
    }

    [Fact]
    public void A_supervisor_decides_in_last_resort_and_it_stands() // R89, D24, E36
    {
        var paper = Stages.Of("OnHoldDisputed").And(new Requalify(Priority.P2, "Tranché."), "sylvie.roux", "2026-11-30T10:40");
        Assert.Equal((Status.InProgress, Priority.P2, true), (paper.Ticket.Status, paper.Ticket.Priority, paper.Ticket.IsPriorityFinal));

        paper.And(new Comment("Nous maintenons : P1."), "paul.renard", "2026-11-30T10:50");
        Assert.Equal("Refusals.UnlessPriorityIsFinal", paper.Does(new Requalify(Priority.P1, "Le client insiste."), "nadia.benali", Moment.At("2026-11-30T10:51"))!.Why.Key);
        Assert.Equal((Priority.P2, true), (paper.Ticket.Priority, paper.Ticket.IsPriorityFinal));
        Assert.Equal(Priority.P1, paper.And(new Requalify(Priority.P1, "Les faits ont changé."), "sylvie.roux", "2026-11-30T11:00").Ticket.Priority);
    }

    [Fact]
    public void A_supervisors_decision_leaves_another_wait_as_it_is()
    {
        var ticket = Stages.Of("OnHold").And(new Requalify(Priority.P2, "Tranché."), "sylvie.roux", Stages.Now).Ticket;
        Assert.Equal((Status.OnHold, Priority.P2), (ticket.Status, ticket.Priority));
    }

    [Fact]
    public void The_plan_has_the_last_word_on_P1() // E3, R38
    {
        var paper = PaperTicket.Declared("ines.costa", "2026-11-30T10:00");
        var refusal = paper.Does(new Requalify(Priority.P1, "Critique."), "sylvie.roux", Moment.At("2026-11-30T10:05"))!;
        Assert.Equal((RefusalKind.NotNow, "Refusals.PlanHasNoP1"), (refusal.Kind, refusal.Why.Key));
        Assert.Equal("INC-000001 is under the DEVELOPPEUR plan, which has no critical level. Keep P2, or link the ticket to a platform incident.", refusal.Why.In(Desk.Language.Tongue.English));
    }

    [Fact]
    public void A_decision_after_the_answer_touches_no_verdict() // S16, E34
    {
        var paper = Stages.Of("InProgress").And(new Requalify(Priority.P3, "Isolé."), "sylvie.roux", "2026-11-30T10:20");
        Assert.Equal((Priority.P3, Standing.Met, Moment.At("2026-11-30T14:00")), (paper.Ticket.Priority, paper.Ticket.StandingAt(Moment.At("2026-12-30T10:00")), paper.Ticket.Clock.DueAt!.Value));
    }
}
