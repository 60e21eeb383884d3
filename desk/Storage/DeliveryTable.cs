using NodaTime;

namespace ChatSupport.Desk.Storage;

/// <summary>What makes a delivery the same as an earlier one: who names it (a Slack workspace, an API key) and the name it gave.</summary>
public sealed record DeliveryKey(string Scope, string Id);

/// <param name="BodyHash">The hash given the first time; another body under the same key is a mistake of the sender's.</param>
/// <param name="Outcome">What was remembered of the first answer, as JSON.</param>
public sealed record Delivery(string BodyHash, string? Outcome);

/// <summary>Deliveries taken in, so that a repeat has no second effect and is answered as the first was.</summary>
public static class DeliveryTable
{
    /// <summary>Takes the delivery in. This comes first in a transaction: on a shared database a duplicate waits here.</summary>
    /// <returns>Null when it is new, else the earlier one.</returns>
    public static async ValueTask<Delivery?> TryDeliver(this Session session, DeliveryKey key, string bodyHash, Instant at)
    {
        var added = await session.Prepare(
                "INSERT INTO deliveries (scope, id, body_hash, at) VALUES ($1, $2, $3, $4) ON CONFLICT (scope, id) DO NOTHING")
            .With(key.Scope, key.Id, bodyHash, at)
            .Execute();
        return added == 1
            ? null
            : await session.Prepare("SELECT body_hash, outcome FROM deliveries WHERE scope = $1 AND id = $2")
                .With(key.Scope, key.Id)
                .First(row => new Delivery(row.GetString(0), row.Text(1)));
    }

    /// <summary>Keeps what a repeat shall be answered with: a reference, a version, a refusal. Never bytes.</summary>
    public static async ValueTask Remember(this Session session, DeliveryKey key, string outcome) =>
        await session.Prepare("UPDATE deliveries SET outcome = $3 WHERE scope = $1 AND id = $2")
            .With(key.Scope, key.Id, outcome)
            .Later();

    /// <summary>Gives the delivery back: it came to nothing, and may come again with something else.</summary>
    public static async ValueTask GiveBack(this Session session, DeliveryKey key) =>
        await session.Prepare("DELETE FROM deliveries WHERE scope = $1 AND id = $2").With(key.Scope, key.Id).Execute();

    /// <summary>Forgets those older than <paramref name="before"/> among the <paramref name="limit"/> oldest, so that no call takes long.</summary>
    /// <returns>How many were forgotten; call again while it equals the limit.</returns>
    public static ValueTask<int> ForgetDeliveries(this Session session, Instant before, int limit) => session.Prepare(
            """
            DELETE FROM deliveries WHERE seq IN
              (SELECT seq FROM (SELECT seq, at FROM deliveries ORDER BY seq LIMIT $2) AS oldest WHERE at < $1)
            """)
        .With(before, limit)
        .Execute();
}
