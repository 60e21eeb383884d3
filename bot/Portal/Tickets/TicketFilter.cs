using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Portal.Tickets;

/// <summary>Which tickets the list shows: what is open unless something else is asked for.</summary>
/// <param name="Client">One company's, for the desk's people.</param>
public sealed record TicketFilter(Status? Status, bool IsAll, string? Client)
{
    public bool IsOpenOnly => Status is null && !IsAll;

    public string Name => IsAll ? "all" : Status?.ToString() ?? "open";

    /// <summary>The address of the list with this filter, from a page's end on.</summary>
    public static string Address(string name, string? client, string? after = null) =>
        "/portal/tickets" + QueryString.Create(new[] { ("status", name == "open" ? null : name), ("client", client), ("after", after) }
            .Where(part => part.Item2 is not null)
            .Select(part => KeyValuePair.Create(part.Item1, part.Item2)));
}
