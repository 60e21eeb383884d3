using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Tickets;
using ChatSupport.Tests.Clock;
using ChatSupport.Tests.Tickets;

namespace ChatSupport.Tests.Acts;

public sealed class AmendTests
{
    [Fact]
    public void A_correction_stands_beside_what_was_said()
    {
        var paper = Answering("InProgress", "depuis 9 h 30", "paul.renard");
        paper.And(new Amend(paper.Timeline[^1], "depuis 8 h 30"), "paul.renard", Stages.Now);
        Assert.Equal([new Replied("depuis 9 h 30"), new Amended(3, "depuis 8 h 30")], paper.Timeline.Skip(2).Select(happening => happening.What));
    }

    [Fact]
    public void A_correction_of_what_was_said_before_does_not_answer_a_question()
    {
        var paper = Answering("InProgress", "depuis 9 h 30", "paul.renard");
        var said = paper.Timeline[^1];
        paper.And(new Hold("Quelle région ?"), "nadia.benali", Stages.Now).And(new Amend(said, "depuis 8 h 30"), "paul.renard", Stages.Now);
        Assert.Equal(Status.OnHold, paper.Ticket.Status);
    }

    [Fact]
    public void Nobody_changes_the_words_of_another()
    {
        var paper = Answering("InProgress", "depuis 9 h 30", "paul.renard");
        Assert.Equal("Refusals.NotYours", paper.Does(new Amend(paper.Timeline[^1], "jamais"), "lea.martin", Moment.At(Stages.Now))?.Why.Key);
    }

    [Fact]
    public void A_note_is_not_brought_to_the_client_by_changing_it()
    {
        var paper = Stages.Of("InProgress").And(new Note("C'est notre faute."), "nadia.benali", Stages.Now);
        Assert.Equal("Refusals.NotYours", paper.Does(new Amend(paper.Timeline[^1], "C'est la nôtre."), "nadia.benali", Moment.At(Stages.Now))?.Why.Key);
    }

    [Fact]
    public void Secrets_are_masked_in_a_correction_too()
    {
        var paper = Answering("InProgress", "voici", "paul.renard");
        paper.And(new Amend(paper.Timeline[^1], "password=hunter2"), "paul.renard", Stages.Now);
        Assert.DoesNotContain("hunter2", Assert.IsType<Amended>(paper.Timeline[^1].What).Text);
    }

    [Fact]
    public void What_is_closed_stays_as_it_was_said()
    {
        var paper = Answering("InProgress", "depuis 9 h 30", "paul.renard");
        var said = paper.Timeline[^1];
        paper.And(new Resolve(Fix.Production, null), "nadia.benali", Stages.Now).And(new Confirm(null), "paul.renard", Stages.Now);
        Assert.Equal(RefusalKind.NotNow, paper.Does(new Amend(said, "depuis 8 h 30"), "paul.renard", Moment.At(Stages.Now))?.Kind);
    }

    private static PaperTicket Answering(string stage, string words, string by) => Stages.Of(stage).And(new Comment(words), by, Stages.Now);
}
