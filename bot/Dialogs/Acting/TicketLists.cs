using ChatSupport.Bot.Dialogs.Commands;
using ChatSupport.Desk;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Dialogs.Acting;

/// <summary>Lists of tickets: each one a button that shows it, a page at a time.</summary>
internal static class TicketLists
{
    private const int PageSize = 10;
    private const int MostPages = 10;

    /// <summary>The newest open tickets of the speaker's company, of one Service if it is given; none for the desk's own people.</summary>
    public static async ValueTask<IReadOnlyList<Ticket>> OpenOf(TurnContext turn, int most, string? service = null) => turn.Actor.Client is { } client
        ? [.. (await turn.Store.FindTickets(new(Client: client, Service: service, OpenOnly: true, Limit: most))).Items.Select(row => row.ToTicket())]
        : [];

    /// <summary>Answers a request for a list, going on where its detail says.</summary>
    public static async ValueTask Show(TurnContext turn, Request request, TicketQuery query, string words, string none)
    {
        var after = request.Detail is null ? null : TicketCursor.Parse(request.Detail);
        var page = await turn.Store.FindTickets(query with { After = after, Limit = PageSize });
        IEnumerable<Choice> more = page.Next is { } next
            ? [new Choice((request with { Subject = null, Detail = next.ToString() }).ToChoice(), turn.Words("TicketDialog.More"))]
            : [];
        Show(turn, [.. page.Items.Select(row => row.ToTicket())], more, words, none);
    }

    /// <summary>The open tickets for which something holds, by deadline. Few tickets are open, so they are looked through.</summary>
    /// <param name="mayHold">Judged by the row, so that few tickets have to be read whole.</param>
    public static async ValueTask ShowOpen(TurnContext turn, Predicate<TicketRow> mayHold, Predicate<Ticket> holds, string words, string none)
    {
        var found = new List<Ticket>();
        var query = new TicketQuery(OpenOnly: true, Order: TicketOrder.Deadline, Limit: 500);
        for (var pages = 0; pages < MostPages && found.Count < PageSize; pages++)
        {
            var page = await turn.Store.FindTickets(query);
            found.AddRange(page.Items.Where(row => mayHold(row)).Select(row => row.ToTicket()).Where(ticket => holds(ticket)));
            if (page.Next is null)
                break;
            query = query with { After = page.Next };
        }

        Show(turn, found.Take(PageSize), [], words, none);
    }

    private static void Show(TurnContext turn, IEnumerable<Ticket> tickets, IEnumerable<Choice> more, string words, string none)
    {
        Choice[] lines = [.. tickets.Select(ticket => new Choice(new Request(Verb.Show, ticket.Reference).ToChoice(), LineOf(turn, ticket)))];
        if (lines.Length == 0)
            turn.Offer(none, turn.Choice(Verb.Menu));
        else
            turn.Offer(words, lines.Concat(more));
    }

    public static string LineOf(TurnContext turn, Ticket ticket) => turn.Actor.IsContact
        ? turn.Words("TicketDialog.ListLine", ticket.Reference, ticket.Status, MenuDialog.Excerpt(ticket.Declaration.Title))
        : turn.Words("EngineerDialog.ListLine", ticket.Reference, ticket.Priority.ToString(), Urgency(turn, ticket),
            turn.Directory.Client(ticket.Client)?.Name ?? ticket.Client, MenuDialog.Excerpt(ticket.Declaration.Title));

    private static string Urgency(TurnContext turn, Ticket ticket) => ticket switch
    {
        { Status: Status.Open, Clock.DueAt: { } due } when due > turn.Now => turn.Words("EngineerDialog.DueIn", due - turn.Now),
        { Status: Status.Open, Clock.DueAt: { } due } => turn.Words("EngineerDialog.LateBy", turn.Now - due),
        { Status: Status.Open } => turn.Words("EngineerDialog.Standing", ticket.StandingAt(turn.Now)),
        _ => turn.Words("EngineerDialog.Status", ticket.Status),
    };
}
