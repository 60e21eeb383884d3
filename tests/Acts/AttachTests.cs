using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Tickets;
using ChatSupport.Tests.Clock;
using ChatSupport.Tests.Tickets;

namespace ChatSupport.Tests.Acts;

public sealed class AttachTests
{
    [Fact]
    public void Files_that_took_their_time_are_attached_and_answer_nothing_by_themselves()
    {
        var paper = Stages.Of("OnHold").And(new Attach([Log, Log]), "paul.renard", Stages.Now);
        Assert.Equal((Status.OnHold, 2), (paper.Ticket.Status, paper.Ticket.Attachments));
    }

    [Theory]
    [InlineData("virus.exe", 10)]
    [InlineData("journal.log", 0)]
    [InlineData("journal.log", 10 * 1024 * 1024 + 1)]
    public void What_may_not_come_with_a_comment_may_not_come_later_either(string name, long size)
    {
        var refusal = Stages.Of("InProgress").Does(new Attach([new(name, "f", size)]), "paul.renard", Moment.At(Stages.Now));
        Assert.Equal(["files"], refusal?.Fields.Keys);
    }

    [Fact]
    public void Ten_files_are_enough_for_one_ticket()
    {
        var paper = Stages.Of("InProgress");
        for (var file = 0; file < Attachments.MostPerTicket; file++)
            paper.And(new Attach([Log]), "paul.renard", Stages.Now);
        Assert.Equal("Refusals.Invalid", paper.Does(new Attach([Log]), "paul.renard", Moment.At(Stages.Now))?.Why.Key);
    }

    private static Attached Log => new("journal.log", "f0", 120);
}
