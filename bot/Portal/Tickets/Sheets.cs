using ChatSupport.Bot.Dialogs;
using ChatSupport.Desk;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Portal.Tickets;

/// <summary>Several tickets at once, as far as a reader may see them.</summary>
internal static class Sheets
{
    /// <summary>The tickets that these replies name, as they stand, by reference.</summary>
    public static async Task<IReadOnlyDictionary<string, Ticket>> OfReplies(Store store, Actor reader, IEnumerable<Reply?> replies)
    {
        var named = replies.OfType<Reply.Card>().Select(card => card.Reference).Distinct(StringComparer.Ordinal).ToList();
        return await store.Read(async rows =>
        {
            var tickets = new Dictionary<string, Ticket>(StringComparer.Ordinal);
            foreach (var reference in named)
                if (await rows.LoadTicket(reference) is { } row && row.ToTicket() is var ticket && reader.MaySee(ticket))
                    tickets[reference] = ticket;
            return tickets;
        });
    }

    /// <summary>What is open: for the desk's people by deadline, for a contact their company's, the newest first.</summary>
    public static async Task<IReadOnlyList<Ticket>> Open(Store store, Actor reader, int most)
    {
        var order = reader.Client is null ? TicketOrder.Deadline : TicketOrder.Newest;
        var page = await store.Read(rows => rows.FindTickets(new TicketQuery(Client: reader.Client, OpenOnly: true, Order: order, Limit: most)));
        return [.. page.Items.Select(row => row.ToTicket())];
    }
}
