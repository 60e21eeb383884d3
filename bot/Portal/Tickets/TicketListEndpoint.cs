using System.Globalization;
using ChatSupport.Bot.Api;
using ChatSupport.Desk;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ChatSupport.Bot.Portal.Tickets;

/// <summary>The list: a company's tickets for its contacts, the queue for the desk's people.</summary>
internal static class TicketListEndpoint
{
    private const int PageSize = 25;

    public static async Task<IResult> Show(
        Visitor me, Store store, LiveDirectory directory, DeskClock clock, string? find, string? status, string? client, string? after)
    {
        if (find is not null && Reference(find) is { } reference)
            return Results.LocalRedirect($"~/portal/tickets/{reference}");
        var filter = new TicketFilter(StatusNamed(status), IsAll: status == "all", me.IsEngineer && directory.Current.Client(client ?? "") is { } one ? one.Id : null);
        var page = await store.Read(rows => rows.FindTickets(new TicketQuery(
            Status: filter.Status?.ToString(),
            Client: me.Actor.Client ?? filter.Client,
            OpenOnly: filter.IsOpenOnly,
            Order: filter.IsOpenOnly && me.IsEngineer ? TicketOrder.Deadline : TicketOrder.Newest,
            After: after is null ? null : TicketCursor.Parse(after),
            Limit: PageSize)));
        return new RazorComponentResult<TicketListPage>(new
        {
            Tickets = page.Items.Select(row => row.ToTicket()).ToList(),
            Voicemails = me.IsEngineer ? (await store.Ask(rows => rows.UnidentifiedVoicemails(PageSize))).Count : 0,
            Waves = me.IsEngineer ? await store.Read(rows => rows.Waves()) : [],
            Next = page.Next?.ToString(),
            Filter = filter,
            Directory = directory.Current,
            Now = clock.Now,
            NotFound = find,
            IsFirst = after is null,
        });
    }

    private static Status? StatusNamed(string? text) => text is not null && Words.TryRead<Status>(text, out var status) ? status : null;

    /// <summary>A reference as people write it: <c>INC-000012</c>, <c>inc 12</c>, <c>12</c>. Null when it is none.</summary>
    private static string? Reference(string text)
    {
        var digits = text.Trim();
        if (digits.StartsWith("INC", StringComparison.OrdinalIgnoreCase))
            digits = digits[3..].TrimStart('-', ' ');
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Ticket.ReferenceOf(TicketKind.Incident, number) : null;
    }
}
