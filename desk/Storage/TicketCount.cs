namespace ChatSupport.Desk.Storage;

/// <param name="Tickets">How many open tickets have this status.</param>
public sealed record OpenTickets(string Status, long Tickets);

public static class TicketCount
{
    /// <summary>The open tickets by their status; a status that none has is left out.</summary>
    public static async ValueTask<IReadOnlyList<OpenTickets>> CountOpenTickets(this Reader reader) => await reader.Prepare(
            "SELECT status, COUNT(*) FROM tickets WHERE is_open = 1 GROUP BY status ORDER BY status")
        .With()
        .All(row => new OpenTickets(row.GetString(0), row.GetInt64(1)));
}
