using ChatSupport.Desk;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using ChatSupport.Tests.Driver;
using CsCheck;

namespace ChatSupport.Tests.Tickets;

/// <summary>The same stories told to the real counter on a real store, several tickets at a time.</summary>
public sealed class StoredStoriesTests
{
    [Fact]
    public Task Every_row_is_what_its_events_fold_into() => AfterAnyStories(async (desk, tickets) =>
    {
        foreach (var ticket in tickets)
        {
            var row = (await desk.Store.Read(reader => reader.LoadTicket(ticket.Id)))!;
            var timeline = await desk.Timeline(ticket);
            Assert.Equal(row, TicketFold.Rebuild(row.Id, TicketKind.Incident, row.Reference, timeline).ToRow(Cast.Directory, row.Number));
            Assert.Equal(Enumerable.Range(1, row.Version), timeline.Select(happening => happening.Seq));
        }
    });

    [Fact]
    public Task After_a_sweep_nothing_is_overdue() => AfterAnyStories(async (desk, _) =>
        Assert.False(await desk.Store.Read(reader => reader.OldestNextDue()) <= desk.Now));

    private static Task AfterAnyStories(Func<BareDesk, IReadOnlyList<Ticket>, Task> check) => Story.Any.Array[6].SampleAsync(async stories =>
    {
        await using var desk = await BareDesk.At("2026-06-01T08:00");
        var tickets = new List<Ticket>();
        foreach (var story in stories)
            tickets.Add(await desk.Declares(story.Contact, story.Answers));
        for (var turn = 0; turn < stories.Max(story => story.Steps.Length); turn++)
        {
            for (var i = 0; i < stories.Length; i++)
            {
                if (stories[i].Steps.ElementAtOrDefault(turn) is not { } step)
                    continue;
                desk.ItIs(desk.Now + step.After);
                await desk.Tries(tickets[i], step.Act, step.By);
            }
        }
        await desk.Sweeps();
        await check(desk, tickets);
    }, iter: 4, threads: 1);
}
