using ChatSupport.Desk.Storage;
using NodaTime;
using static ChatSupport.Tests.Storage.Rows;

namespace ChatSupport.Tests.Storage;

public sealed class TicketTests
{
    [Fact]
    public async Task A_ticket_comes_back_as_it_was_put_in_by_id_and_by_reference()
    {
        await using var desk = await TemporaryStore.Open();
        var ticket = Ticket(123, dueAt: After(240), nextDue: After(180)) with
        {
            Assignee = "lea.martin",
            State = """{"title":"Réseau « fr1 » 🚨"}""",
        };

        var id = await desk.Write(session => session.Place(ticket));

        Assert.Equal(ticket with { Id = id }, await desk.Read(reader => reader.LoadTicket(id)));
        Assert.Equal(ticket with { Id = id }, await desk.Read(reader => reader.LoadTicket("INC-000123")));
        Assert.Null(await desk.Read(reader => reader.LoadTicket("INC-000124")));
    }

    [Fact]
    public async Task A_ticket_without_deadline_or_assignee_comes_back_without()
    {
        await using var desk = await TemporaryStore.Open();

        var id = await desk.Write(session => session.Place(Ticket(1)));

        var ticket = await desk.Read(reader => reader.LoadTicket(id));
        Assert.Equal((null, null, null), (ticket?.DueAt, ticket?.NextDue, ticket?.Assignee));
    }

    [Fact]
    public async Task An_update_replaces_all_that_may_change()
    {
        await using var desk = await TemporaryStore.Open();
        var id = await desk.Write(session => session.Place(Ticket(1, dueAt: After(240), nextDue: After(180))));
        var closed = Ticket(1, status: "Closed") with
        {
            Id = id,
            Priority = "P1",
            Assignee = "lea.martin",
            UpdatedAt = After(9),
            Version = 2,
            State = "{}",
        };

        await desk.Write(session => session.Update(closed));

        Assert.Equal(closed, await desk.Read(reader => reader.LoadTicket(id)));
    }

    [Fact]
    public async Task Each_kind_has_numbers_of_its_own_without_holes()
    {
        await using var desk = await TemporaryStore.Open();
        await desk.Write(session => session.NextNumber("Incident"));
        await desk.Write(session => session.NextNumber("Request"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.Write(async session =>
        {
            await session.NextNumber("Incident");
            throw new InvalidOperationException();
        }));

        Assert.Equal(2, await desk.Write(session => session.NextNumber("Incident")));
        Assert.Equal(2, await desk.Write(session => session.NextNumber("Request")));
    }

    [Fact]
    public async Task The_sweep_is_given_what_has_fallen_due_longest_overdue_first()
    {
        await using var desk = await TemporaryStore.Open();
        var ids = new List<long>();
        foreach (var nextDue in (Instant?[])[After(30), null, After(10), After(20), After(31)])
            ids.Add(await desk.Write(session => session.Place(Ticket(ids.Count + 1, nextDue: nextDue))));

        Assert.Equal([ids[2], ids[3], ids[0]], await desk.Read(reader => reader.DueTickets(After(30), limit: 10)));
        Assert.Equal([ids[2]], await desk.Read(reader => reader.DueTickets(After(30), limit: 1)));
        Assert.Empty(await desk.Read(reader => reader.DueTickets(After(9), limit: 10)));
        Assert.Equal(After(10), await desk.Read(reader => reader.OldestNextDue()));
    }

    [Fact]
    public async Task With_nothing_to_fall_due_there_is_no_oldest()
    {
        await using var desk = await TemporaryStore.Open();
        await desk.Write(session => session.Place(Ticket(1)));

        Assert.Null(await desk.Read(reader => reader.OldestNextDue()));
    }

    [Fact]
    public async Task A_timeline_is_in_order_and_each_place_in_it_is_taken_once()
    {
        await using var desk = await TemporaryStore.Open();
        var told = Event(7, 2) with { Data = """{"text":"rétabli"}""", Internal = true };
        await desk.Write(async session =>
        {
            await session.Append(told);
            await session.Append(Event(7, 1));
            await session.Append(Event(8, 1));
        });

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => desk.Write(session => session.Append(Event(7, 2))));

        Assert.Equal([Event(7, 1), told], await desk.Read(reader => reader.Timeline(7)));
    }
}
