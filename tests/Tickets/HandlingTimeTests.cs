using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Tickets;
using NodaTime;

namespace ChatSupport.Tests.Tickets;

public sealed class HandlingTimeTests
{
    [Fact]
    public void A_dispute_from_eleven_to_half_past_three_is_270_minutes_on_hold() // S16
    {
        var paper = PaperTicket.Declared("paul.renard", "2026-11-30T10:00")
            .And(new Acknowledge("Nous regardons."), "nadia.benali", "2026-11-30T10:40")
            .And(new Requalify(Priority.P2, "Un contournement existe."), "nadia.benali", "2026-11-30T11:00")
            .And(new Comment("Non, rien ne fonctionne."), "paul.renard", "2026-11-30T15:30")
            .And(new Requalify(Priority.P2, "Le contournement a été vérifié."), "sylvie.roux", "2026-11-30T16:00");
        var ticket = paper.Ticket;
        Assert.Equal((Duration.FromMinutes(270), Status.InProgress, Priority.P2, true), (ticket.OnHoldFor, ticket.Status, ticket.Priority, ticket.IsPriorityFinal));
        Assert.Equal((Standing.Met, null), (ticket.StandingAt(ticket.UpdatedAt), ticket.HeldAt));
        Assert.Equal(
            [typeof(Declared), typeof(Acknowledged), typeof(PriorityProposed), typeof(Replied), typeof(Resumed), typeof(PriorityDecided)],
            paper.Timeline.Select(happening => happening.What.GetType()));
    }

    [Fact]
    public void Nights_weekends_and_holidays_on_hold_are_no_time_at_all() // E33
    {
        var paper = Stages.Of("InProgress")
            .And(new Hold("Quelle région ?"), "nadia.benali", "2026-12-24T18:30")
            .And(new Resume(null), "nadia.benali", "2026-12-28T09:15");
        Assert.Equal(Duration.FromMinutes(45), paper.Ticket.OnHoldFor);
    }

    [Fact]
    public void Several_holds_add_up()
    {
        var paper = Stages.Of("InProgress")
            .And(new Hold("Quelle région ?"), "nadia.benali", "2026-11-30T11:00").And(new Comment("fr1"), "paul.renard", "2026-11-30T11:20")
            .And(new Hold("Quel volume ?"), "nadia.benali", "2026-11-30T14:00").And(new Comment("merci"), "paul.renard", "2026-11-30T14:40"); // E32
        Assert.Equal((Duration.FromMinutes(60), Status.InProgress), (paper.Ticket.OnHoldFor, paper.Ticket.Status));
    }

    [Fact]
    public void An_answer_of_the_desk_keeps_it_on_hold() =>
        Assert.Equal(Status.OnHold, Stages.Of("OnHold").And(new Comment("Une précision."), "nadia.benali", Stages.Now).Ticket.Status);
}
