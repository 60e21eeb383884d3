namespace ChatSupport.Desk.Storage;

/// <summary>Numbers without holes, one series a kind.</summary>
public static class CounterTable
{
    private const string Raise = "ON CONFLICT (kind) DO UPDATE SET last = counters.last + 1 RETURNING last";

    /// <summary>The next number of the series, starting at 1. It is given back when the transaction is undone.</summary>
    public static ValueTask<long> NextNumber(this Session session, string kind) => session.Prepare($"INSERT INTO counters (kind, last) VALUES ($1, 1) {Raise}")
        .With(kind)
        .First(row => row.GetInt64(0));

    /// <summary>The number of a new ticket, and the id under which it is to be stored: on a shared database others wait for theirs until the commit.</summary>
    /// <remarks>They wait in a queue: waiting for the row itself, all of them would wake up with each commit, and look for it anew.</remarks>
    public static ValueTask<(long Number, long Id)> NextTicket(this Session session, string kind) => session.Prepare(
            $"INSERT INTO counters (kind, last) SELECT $1, 1 {session.Dialect.InTurn} {Raise}, {session.Dialect.NextId("tickets")}")
        .With(kind)
        .First(row => (row.GetInt64(0), row.GetInt64(1)));
}
