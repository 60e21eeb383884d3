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
    TicketOrder Order = TicketOrder.Newest, TicketCursor? After = null, int Limit = 50, string? Service = null);

/// <param name="Next">Where the next page begins; null at the end of the list.</param>
public sealed record TicketPage(IReadOnlyList<TicketRow> Items, TicketCursor? Next);

/// <summary>Tickets by status, client, kind and Service, a page at a time.</summary>
public static class TicketList
{
    public static async ValueTask<TicketPage> FindTickets(this Reader reader, TicketQuery query)
    {
        // One row more than asked for tells whether there is a next page.
        var (text, values) = Written(query);
        var rows = await reader.Prepare(text).With(values).All(TicketTable.Read);
        if (rows.Count <= query.Limit)
            return new(rows, null);

        rows.RemoveAt(query.Limit);
        var last = rows[^1];
        return new(rows, new(last.DueAt?.ToUnixTimeMilliseconds() ?? TicketTable.Never, last.Id));
    }

    internal static string Text(TicketQuery query) => Written(query).Text;

    // Only the conditions that apply are written, so that each combination is planned on the index that fits it, and always on
    // the same one: an embedded store keeps no statistics.
    private static (string Text, object?[] Values) Written(TicketQuery query)
    {
        var newest = query.Order == TicketOrder.Newest;
        var text = new StringBuilder($"SELECT {TicketTable.Columns} FROM tickets WHERE ");
        var values = new List<object?>();
        text.Append(newest && !query.OpenOnly ? "1 = 1" : "is_open = 1");
        Where("status", query.Status);
        Where("client", query.Client);
        Where("kind", query.Kind);
        Where("service", query.Service);
        if (query.After is { } after)
            text.Append(newest ? $" AND id < {Place(after.Id)}" : $" AND (due_at, id) > ({Place(after.DueAt)}, {Place(after.Id)})");
        text.Append(newest ? " ORDER BY id DESC" : " ORDER BY due_at, id").Append(CultureInfo.InvariantCulture, $" LIMIT {Place(query.Limit + 1)}");
        return (text.ToString(), [.. values]);

        void Where(string column, string? value)
        {
            if (value is not null)
                text.Append(CultureInfo.InvariantCulture, $" AND {column} = {Place(value)}");
        }

        string Place(object value)
        {
            values.Add(value);
            return string.Create(CultureInfo.InvariantCulture, $"${values.Count}");
        }
    }
}
