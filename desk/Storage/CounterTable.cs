namespace ChatSupport.Desk.Storage;

/// <summary>Numbers without holes, one series a kind.</summary>
public static class CounterTable
{
    /// <summary>The next number of the series, starting at 1. It is given back when the transaction is undone.</summary>
    public static ValueTask<long> NextNumber(this Session session, string kind) => session.Prepare(
            "INSERT INTO counters (kind, last) VALUES ($1, 1) ON CONFLICT (kind) DO UPDATE SET last = counters.last + 1 RETURNING last")
        .With(kind)
        .First(row => row.GetInt64(0));
}
