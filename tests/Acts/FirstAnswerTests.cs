using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Tickets;
using ChatSupport.Tests.Clock;
using ChatSupport.Tests.Tickets;

namespace ChatSupport.Tests.Acts;

public sealed class FirstAnswerTests
{
    [Fact]
    public void An_engineers_comment_on_an_open_ticket_is_its_acknowledgement() // E27, R49
    {
        var ticket = Stages.Of("Open").And(new Comment("Nous regardons."), "nadia.benali", "2026-11-30T10:05").Ticket;
        Assert.Equal(
            (Status.InProgress, "nadia.benali", "nadia.benali", Moment.At("2026-11-30T10:05")),
            (ticket.Status, ticket.AcknowledgedBy, ticket.Assignee, ticket.AcknowledgedAt!.Value));
    }

    [Fact]
    public void An_acknowledgement_without_a_comment_brings_one_in_the_contacts_language() // E27
    {
        Assert.Equal(
            "Votre incident INC-000001 est pris en charge par Tom Lefèvre. Nous commençons l’investigation et vous tiendrons informé ici.",
            CommentTo("paul.renard"));
        Assert.Equal(
            "Your incident INC-000001 is being handled by Tom Lefèvre. We are starting the investigation and will keep you informed here.",
            CommentTo("ines.costa"));

        static string CommentTo(string contact) => Assert.IsType<Acknowledged>(
            PaperTicket.Declared(contact, "2026-11-30T10:00").And(new Acknowledge("  "), "tom.lefevre", "2026-11-30T10:05").Timeline[^1].What).Comment;
    }

    [Fact]
    public void A_note_an_assignment_and_a_call_answer_nobody() // E28
    {
        var ticket = Stages.Of("Open")
            .And(new Note("Vu."), "nadia.benali", "2026-11-30T10:05")
            .And(new Assign("tom.lefevre"), "nadia.benali", "2026-11-30T10:06")
            .And(new RecordCall(null), "nadia.benali", "2026-11-30T10:07").Ticket;
        Assert.Equal((Status.Open, null, null, "tom.lefevre"), (ticket.Status, ticket.AcknowledgedBy, ticket.Clock.AnsweredAt, ticket.Assignee));
    }

    [Fact]
    public void Whoever_acknowledges_owns_it_and_may_hand_it_over()
    {
        var paper = Stages.Of("Open").And(new Assign("tom.lefevre"), "sylvie.roux", "2026-11-30T10:05").And(new Acknowledge("Vu."), "nadia.benali", "2026-11-30T10:06");
        Assert.Equal("nadia.benali", paper.Ticket.Assignee);
        Assert.Equal("tom.lefevre", paper.And(new Assign("tom.lefevre"), "nadia.benali", "2026-11-30T10:07").Ticket.Assignee);
        Assert.Equal("nadia.benali", paper.Ticket.AcknowledgedBy);
    }

    [Fact]
    public void A_contacts_comment_on_an_open_ticket_is_only_kept() =>
        Assert.Equal(Status.Open, Stages.Of("Open").And(new Comment("Du nouveau."), "paul.renard", "2026-11-30T10:05").Ticket.Status);

    [Fact]
    public void A_contacts_word_on_hold_resumes_the_work_whatever_it_says() // E31, E32
    {
        var paper = Stages.Of("OnHold").And(new Comment("merci"), "paul.renard", "2026-11-30T10:30");
        Assert.Equal(Status.InProgress, paper.Ticket.Status);
        Assert.Equal([new Replied("merci"), new Resumed(null)], paper.Since(3).Select(happening => happening.What));
        Assert.Equal(Status.OnHold, paper.And(new Hold("Et la région ?"), "nadia.benali", "2026-11-30T10:40").Ticket.Status);
    }

    [Fact]
    public void What_people_write_is_kept_verbatim_but_for_secrets()
    {
        var paper = Stages.Of("InProgress").And(new Comment("  <b>Été</b> 🛠️ '; DROP TABLE tickets;--\r\npassword=hunter2!  "), "paul.renard", "2026-11-30T10:30");
        Assert.Equal("<b>Été</b> 🛠️ '; DROP TABLE tickets;--\npassword=••••••••", Assert.IsType<Replied>(paper.Timeline[^1].What).Text);
    }
}
