using System.Globalization;
using System.Text;

namespace ChatSupport.Desk.Storage;

/// <summary>In which order tickets are listed.</summary>
public enum TicketOrder
{
    Newest,

    /// <summary>The nearest deadline first and those without one last; open tickets only, the others have none to meet.</summary>
    Deadline,
}

/// <summary>Where a page of a list ended. It stands for a ticket and not for a count, so that nothing is skipped or shown twice.</summary>
public sealed record TicketCursor(long DueAt, long Id)
{
    public static TicketCursor? Parse(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        return dash > 0
            && long.TryParse(text.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var dueAt)
            && long.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? new TicketCursor(dueAt, id)
                : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{DueAt}-{Id}");
}

/// <summary>Which tickets to list; what is null does not matter.</summary>
/// <param name="OpenOnly">Say so beside a status that only open tickets have: they are few, and found at once.</param>
public sealed record TicketQuery(
    string? Status = null, string? Client = null, string? Kind = null, bool OpenOnly = false,
    TicketOrder Order = TicketOrder.Newest, TicketCursor? After = null, int Limit = 50);

/// <param name="Next">Where the next page begins; null at the end of the list.</param>
public sealed record TicketPage(IReadOnlyList<TicketRow> Items, TicketCursor? Next);

/// <summary>Tickets by status, client and kind, a page at a time.</summary>
public static class TicketList
{
    public static async ValueTask<TicketPage> FindTickets(this Reader reader, TicketQuery query)
    {
        // One row more than asked for tells whether there is a next page.
        var rows = await reader.Prepare(Text(query))
            .With(query.Status, query.Client, query.Kind, query.After?.DueAt, query.After?.Id, query.Limit + 1)
            .All(TicketTable.Read);
        if (rows.Count <= query.Limit)
            return new(rows, null);

        rows.RemoveAt(query.Limit);
        var last = rows[^1];
        return new(rows, new(last.DueAt?.ToUnixTimeMilliseconds() ?? TicketTable.Never, last.Id));
    }

    // Only the conditions that apply are written, so that each combination is planned on the index that fits it, and always on
    // the same one: the store keeps no statistics. The plus hides a condition from the planner, or a client's open tickets would
    // be looked for among everybody's.
    internal static string Text(TicketQuery query)
    {
        var newest = query.Order == TicketOrder.Newest;
        var text = new StringBuilder($"SELECT {TicketTable.Columns} FROM tickets WHERE ");
        text.Append((query.OpenOnly, newest) switch
        {
            (false, true) => "1 = 1",
            (true, true) when query.Client is not null => "+is_open = 1",
            _ => "is_open = 1",
        });
        text.Append(query.Status is null ? "" : " AND status = $1");
        text.Append(query.Client is null ? "" : " AND client = $2");
        text.Append(query.Kind is null ? "" : " AND kind = $3");
        if (query.After is not null)
            text.Append(newest ? " AND id < $5" : " AND (due_at, id) > ($4, $5)");
        text.Append(newest ? " ORDER BY id DESC LIMIT $6" : " ORDER BY due_at, id LIMIT $6");
        return text.ToString();
    }
}
