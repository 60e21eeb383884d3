using System.Globalization;
using ChatSupport.Desk.Storage;
using ChatSupport.Tests.Driver;
using CsCheck;
using NodaTime;
using static ChatSupport.Tests.Storage.Rows;

namespace ChatSupport.Tests.Storage;

public sealed class TicketListTests
{
    private static readonly Gen<TicketRow> AnyTicket = Gen.Select(
        AnyOf("Open", "OnHold", "Closed"), AnyOf("acme", "globex"), AnyOf("Incident", "Request"), Gen.Int[0, 9],
        (status, client, kind, due) => Ticket(0, client, kind, status, due < 3 ? null : After(due)));

    private static readonly Gen<TicketQuery> AnyQuery = Gen.Select(
        AnyOf<string?>(null, "Open", "Closed"), AnyOf<string?>(null, "acme"), AnyOf<string?>(null, "Request"),
        Gen.Bool, Gen.Enum<TicketOrder>(), Gen.Int[1, 4],
        (status, client, kind, open, order, limit) => new TicketQuery(status, client, kind, open || order == TicketOrder.Deadline, order, null, limit));

    [Fact]
    public async Task Page_by_page_every_list_shows_each_of_its_tickets_once_and_in_order() =>
        await Gen.Select(AnyTicket.List[0, 12], AnyQuery.List[1, 6]).SampleAsync(
            async (tickets, queries) =>
            {
                await using var desk = await TemporaryStore.Open();
                var stored = await desk.Write(session => InsertAll(session, tickets));
                foreach (var query in queries)
                    Assert.Equal(Expected(stored, query), await Pages(desk, query));
            },
            iter: 30,
            threads: 1);

    [Fact]
    public async Task A_ticket_declared_between_two_pages_shifts_nothing()
    {
        await using var desk = await TemporaryStore.Open();
        await desk.Write(session => InsertAll(session, [Ticket(1), Ticket(2), Ticket(3), Ticket(4)]));
        var first = await desk.Read(reader => reader.FindTickets(new(Limit: 2)));

        await desk.Write(session => session.Place(Ticket(5, kind: "Request")));

        var second = await desk.Read(reader => reader.FindTickets(new(Limit: 2, After: first.Next)));
        Assert.Equal([2, 1], second.Items.Select(ticket => ticket.Id));
        Assert.Null(second.Next);
    }

    [Fact]
    [Trait(TestStore.Trait, TestStore.Embedded)]
    public async Task No_list_reads_more_tickets_than_it_has_to()
    {
        await using var desk = await TemporaryStore.Open();
        TicketQuery[] queries =
        [
            new(), new(OpenOnly: true), new(Client: "acme"), new(Client: "acme", OpenOnly: true), new(Client: "acme", Kind: "Request"),
            new(Kind: "Request"), new(OpenOnly: true, Status: "OnHold"), new(OpenOnly: true, Order: TicketOrder.Deadline),
            new(OpenOnly: true, Order: TicketOrder.Deadline, Client: "acme"), new(Client: "acme", OpenOnly: true, Service: "compute"),
        ];

        var plans = await desk.Read(async reader =>
        {
            var plans = new List<string>();
            foreach (var query in queries.SelectMany(query => (TicketQuery[])[query, query with { After = new(1, 1) }]))
                plans.AddRange(await reader.Prepare("EXPLAIN QUERY PLAN " + TicketList.Text(query)).With([.. new object?[6]]).All(row => row.GetString(3)));
            return plans;
        });

        Assert.DoesNotContain(plans, plan => plan.Contains("TEMP B-TREE", StringComparison.Ordinal));
        Assert.Equal(
            [
                "SCAN tickets", "PRIMARY KEY", "tickets_open_newest", "tickets_open_newest", "tickets_of_client", "tickets_of_client",
                "tickets_open_of_client", "tickets_open_of_client", "tickets_of_client", "tickets_of_client", "tickets_of_kind", "tickets_of_kind",
                "tickets_open_newest", "tickets_open_newest", "tickets_open_deadline", "tickets_open_deadline",
                "tickets_open_deadline", "tickets_open_deadline", "tickets_open_of_client", "tickets_open_of_client",
            ],
            plans.Select(plan => plan.Split('(')[0].Trim().Replace("SEARCH tickets USING ", "", StringComparison.Ordinal)
                .Replace("INTEGER ", "", StringComparison.Ordinal).Replace("INDEX ", "", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("0-1")]
    [InlineData("1795424400000-42")]
    public void A_cursor_reads_as_it_was_written(string text) => Assert.Equal(text, TicketCursor.Parse(text)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("42")]
    [InlineData("-42")]
    [InlineData("1-")]
    [InlineData("1-2-3")]
    [InlineData("a-b")]
    [InlineData("99999999999999999999-1")]
    public void What_is_no_cursor_is_not_read_as_one(string text) => Assert.Null(TicketCursor.Parse(text));

    private static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static async ValueTask<List<TicketRow>> InsertAll(Session session, List<TicketRow> tickets)
    {
        var stored = new List<TicketRow>();
        foreach (var ticket in tickets)
        {
            var numbered = ticket with { Number = stored.Count, Reference = stored.Count.ToString(CultureInfo.InvariantCulture) };
            stored.Add(numbered with { Id = await session.Place(numbered) });
        }

        return stored;
    }

    private static async Task<List<TicketRow>> Pages(TemporaryStore desk, TicketQuery query)
    {
        var shown = new List<TicketRow>();
        for (TicketCursor? after = null; ;)
        {
            var page = await desk.Read(reader => reader.FindTickets(query with { After = after is null ? null : TicketCursor.Parse(after.ToString()) }));
            Assert.True(page.Items.Count <= query.Limit);
            shown.AddRange(page.Items);
            if (page.Next is null)
                return shown;
            Assert.Equal(query.Limit, page.Items.Count);
            after = page.Next;
        }
    }

    private static List<TicketRow> Expected(List<TicketRow> stored, TicketQuery query)
    {
        var matching = stored.Where(ticket =>
            (query.Status is null || ticket.Status == query.Status) && (query.Client is null || ticket.Client == query.Client)
            && (query.Kind is null || ticket.Kind == query.Kind) && (!query.OpenOnly || ticket.Open));
        return query.Order == TicketOrder.Newest
            ? [.. matching.OrderByDescending(ticket => ticket.Id)]
            : [.. matching.OrderBy(ticket => ticket.DueAt ?? Instant.MaxValue).ThenBy(ticket => ticket.Id)];
    }
}
