using ChatSupport.Desk.Storage;

namespace ChatSupport.Tests.Storage;

public sealed class PostTests
{
    private static readonly PostRow Card = new("Slack", "T1", "C1", "1700000000.000100", 7, "Client", 0);

    [Fact]
    public async Task A_message_leads_to_its_ticket_and_a_ticket_to_its_messages()
    {
        await using var desk = await TemporaryStore.Open();
        var told = Card with { Message = "1700000001.000100", Seq = 2 };
        await desk.Write(async session => await session.AddPost(Card) + await session.AddPost(told));
        Assert.Equal(told, await desk.Read(reader => reader.PostAt("Slack", "C1", told.Message)));
        Assert.Equal([Card], await desk.Read(reader => reader.Posts(7, "Slack", "Client", seq: 0)));
        Assert.Empty(await desk.Read(reader => reader.Posts(7, "Slack", "Desk", seq: 0)));
        Assert.Null(await desk.Read(reader => reader.PostAt("Teams", "C1", Card.Message)));
    }

    [Fact]
    public async Task A_message_belongs_to_the_ticket_that_it_was_noted_for_first()
    {
        await using var desk = await TemporaryStore.Open();
        await desk.Write(session => session.AddPost(Card));
        Assert.Equal(0, await desk.Write(session => session.AddPost(Card with { TicketId = 8 })));
        Assert.Equal(Card, await desk.Read(reader => reader.PostAt("Slack", "C1", Card.Message)));
    }

    [Fact]
    public async Task A_message_that_is_gone_is_forgotten()
    {
        await using var desk = await TemporaryStore.Open();
        await desk.Write(session => session.AddPost(Card));
        await desk.Write(session => session.ForgetPost(Card));
        Assert.Null(await desk.Read(reader => reader.PostAt("Slack", "C1", Card.Message)));
    }
}
