using ChatSupport.Desk;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using ChatSupport.Desk.Tickets.Paging;
using ChatSupport.Tests.Delivery;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Faults;

/// <summary>What is true after the chaos: of every answer that was given, of every page, and of everything that the vendors have shown.</summary>
internal sealed class Accounting(Store store, string connection, IReadOnlyCollection<Answered> answers)
{
    private static readonly string[] Settled = ["Sent", "Dropped"];

    /// <summary>Every request that was answered is there once, each ticket is what its timeline says, and no timeline runs backwards.</summary>
    public async Task EverythingIsThereOnce()
    {
        var declared = answers.Where(answer => answer.Path == "/api/tickets").Select(answer => answer.Ticket.Reference).ToList();
        Assert.Equal(declared.Count, declared.Distinct(StringComparer.Ordinal).Count());
        Assert.Null(await store.Read(reader => reader.LoadTicket($"INC-{declared.Count + 1:000000}")));
        foreach (var answered in answers.GroupBy(answer => answer.Ticket.Reference))
        {
            var (row, timeline) = await TicketOf(answered.Key);
            Assert.Equal(TicketJson.Write(row.ToTicket()), TicketJson.Write(TicketFold.Rebuild(row.Id, TicketKind.Incident, row.Reference, timeline)));
            Assert.Equal(timeline.Select(happening => happening.At).Order(), timeline.Select(happening => happening.At));
            // Declared, called, acknowledged, commented: as many events of people as answers, in the versions that were answered.
            Assert.Equal(answered.Select(answer => answer.Ticket.Version).Order(), timeline.Where(happening => happening.By != Actor.Desk.Id).Select(happening => happening.Seq));
        }
    }

    /// <summary>Whoever was to be woken was called, unless the ladder had gone on or the ticket was taken by then.</summary>
    public async Task NoPageIsMissing()
    {
        var pages = (await Rows("urgent = 1 AND ticket_id IS NOT NULL", "ticket_id || '/' || arguments || '/' || recipient || '/' || way || '/' || COALESCE(outcome, '')")).Select(row => row.Split('/')).ToList();
        Assert.All(pages, page => Assert.Contains(page[^1], Settled));
        var paged = 0;
        foreach (var reference in answers.Where(answer => answer.Path.EndsWith("/call", StringComparison.Ordinal)).Select(answer => answer.Ticket.Reference))
        {
            var (row, timeline) = await TicketOf(reference);
            foreach (var (seq, page) in timeline.Where(happening => happening.What is PageSent).Select(happening => (happening.Seq, (PageSent)happening.What)))
            {
                foreach (var engineer in page.To)
                    Assert.Contains(pages, sent => sent is [var ticket, var about, var to, nameof(Way.Phone), _] && ticket == $"{row.Id}" && about == $"{seq}" && to == engineer);
                paged++;
            }
        }
        Assert.NotEqual(0, paged);
    }

    /// <summary>Everything leaves; a minute in which nothing does is too long.</summary>
    public async Task EverythingHasLeft()
    {
        for (var left = await Left(); left > 0;)
        {
            var before = left;
            await Eventually.Holds(async () => (left = await Left()) < before);
            if (left / 1_000 < before / 1_000)
                Extent.Tell($"{left} messages wait");
        }

        Task<long> Left() => store.Read(reader => reader.Prepare("SELECT COUNT(*) FROM outbox WHERE outcome IS NULL").With().First(row => row.GetInt64(0)));
    }

    /// <summary>What a vendor has shown and the desk knows nothing of: it came twice.</summary>
    public async Task<int> ShownTwice(IReadOnlyList<string> done)
    {
        var known = (await Rows("outcome = 'Sent' AND vendor_id IS NOT NULL AND way <> 'Mail'", "vendor_id")).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(known);
        return done.Count(one => !known.Contains(one));
    }

    private Task<string[]> Rows(string where, string what) => PostgresServer.Ask<string[]>(connection, $"SELECT COALESCE(array_agg({what}), ARRAY[]::text[]) FROM outbox WHERE {where}");

    private async Task<(TicketRow Row, List<Happening> Timeline)> TicketOf(string reference)
    {
        var row = (await store.Read(reader => reader.LoadTicket(reference)))!;
        return (row, (await store.Read(reader => reader.Timeline(row.Id))).Select(happened => happened.ToHappening()).ToList());
    }
}
