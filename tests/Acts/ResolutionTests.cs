using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Tickets;
using ChatSupport.Tests.Clock;
using ChatSupport.Tests.Tickets;

namespace ChatSupport.Tests.Acts;

public sealed class ResolutionTests
{
    [Theory]
    [InlineData(Fix.Production)] // R79
    [InlineData(Fix.Preproduction)] // R77
    public void A_solution_stands_in_production_or_before_it(Fix fix) =>
        Assert.Equal((Status.Resolved, fix), Both(Stages.Of("InProgress").And(new Resolve(fix, null), "nadia.benali", Stages.Now).Ticket));

    [Fact]
    public void A_failed_deployment_reopens_and_is_resolved_anew() // E39
    {
        var paper = Stages.Of("InProgress").And(new Resolve(Fix.Preproduction, "Livré."), "nadia.benali", "2026-11-30T11:00")
            .And(new Contest("Le déploiement a échoué."), "paul.renard", "2026-12-01T10:00");
        Assert.Equal((Status.InProgress, null, null), (paper.Ticket.Status, paper.Ticket.Fix, paper.Ticket.ResolvedAt));
        Assert.Equal((Status.Resolved, Fix.Production), Both(paper.And(new Resolve(Fix.Production, "Appliqué."), "nadia.benali", "2026-12-01T11:00").Ticket));
    }

    [Theory]
    [InlineData("paul.renard")]
    [InlineData("lea.martin")]
    [InlineData("nadia.benali")] // E40: the client confirmed by e-mail, the engineer records it
    public void A_confirmation_closes_at_once(string by)
    {
        var ticket = Stages.Of("Resolved").And(new Confirm("Tout va bien."), by, "2026-12-03T10:00").Ticket;
        Assert.Equal((Status.Closed, Closure.Confirmed, Moment.At("2026-12-03T10:00")), (ticket.Status, ticket.Closure, ticket.ClosedAt!.Value));
    }

    [Fact]
    public void Out_of_scope_closes_at_once_and_leaves_the_verdict() // E43, R42
    {
        var ticket = Stages.Of("InProgress").And(new MarkOutOfScope("L’application du client."), "nadia.benali", "2026-11-30T16:00").Ticket;
        Assert.Equal((Status.Closed, Closure.OutOfScope, Standing.Met), (ticket.Status, ticket.Closure, ticket.StandingAt(Moment.At("2026-12-30T16:00"))));
    }

    [Fact]
    public void Out_of_scope_is_an_answer_too()
    {
        Assert.Equal(Standing.Met, ClosedAt("2026-11-30T14:00"));
        Assert.Equal(Standing.Missed, ClosedAt("2026-11-30T14:00:01"));

        static Standing ClosedAt(string at) =>
            Stages.Of("Open").And(new MarkOutOfScope("Une application."), "nadia.benali", at).Ticket.StandingAt(Moment.At("2026-12-30T16:00"));
    }

    [Fact]
    public void What_was_never_confirmed_with_the_model_is_not_enforceable_once_closed() // D9, R16
    {
        var open = Stages.Of("Open").Ticket with { IsConfirmedByModel = false };
        Assert.Equal(Standing.Missed, open.StandingAt(Moment.At("2026-11-30T14:00:01")));
        var closed = open.After(new Happening(2, Moment.At("2026-11-30T15:00"), "nadia.benali", Door.Api, new Closed(Closure.OutOfScope, "Sans suite.")));
        Assert.Equal(Standing.NotEnforceable, closed.StandingAt(Moment.At("2026-11-30T15:00")));
    }

    private static (Status, Fix?) Both(Ticket ticket) => (ticket.Status, ticket.Fix);
}
