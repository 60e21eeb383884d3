using NodaTime;

namespace ChatSupport.Desk.Storage;

/// <param name="Attempt">Which try this is, from 1. It tells a pump's claim from the one that replaced it after it had expired.</param>
public sealed record ClaimedMessage(long Id, int Attempt, OutboxRow Message);

/// <summary>
/// How pumps empty the outbox. The first unsettled message of a lane is the only one that can be claimed; while it is claimed,
/// or waits for a retry, the lane waits and the others go on.
/// </summary>
public static class OutboxClaims
{
    private const int NoTray = -1;

    private static readonly Tray[] Trays = Enum.GetValues<Tray>();

    // The column was named when pages alone had places of their own. One statement, so that a pump makes one trip to the store.
    private static readonly string ClaimText =
        $"""
        WITH {string.Join(", ", Trays.Select(tray => $"""
            tray{(int)tray} AS MATERIALIZED (
              SELECT id FROM outbox WHERE urgent = {(int)tray} AND ready_at <= $1 AND {IsFor("$3")} ORDER BY ready_at, id LIMIT ${(int)tray + 4} FOR UPDATE SKIP LOCKED)
            """))}
        UPDATE outbox SET ready_at = $2, attempts = attempts + 1, claimed_by = $3
        WHERE id IN ({string.Join(" UNION ALL ", Trays.Select(tray => $"SELECT id FROM tray{(int)tray}"))})
        RETURNING {OutboxTable.Columns}, id, attempts
        """;

    private static readonly string NextText =
        $"""
        SELECT MIN(ready_at) FROM (
          {string.Join(" UNION ALL ", Trays.Select(tray => $"SELECT MIN(ready_at) AS ready_at FROM outbox WHERE urgent = ${(int)tray + 2} AND ready_at IS NOT NULL AND {IsFor("$1")}"))}) AS earliest
        """;

    /// <summary>
    /// Claims what is ready in each tray, the longest ready before others. A claim that nobody settles before <paramref name="until"/> is given to whoever
    /// asks next; but while the instance that has it lives only to itself, for the clocks of two may be far apart.
    /// </summary>
    /// <param name="places">How many of a tray at most.</param>
    /// <returns>Pages first, each tray in the order in which its messages were enqueued.</returns>
    public static async ValueTask<IReadOnlyList<ClaimedMessage>> ClaimMessages(this Session session, Instant now, Instant until, Func<Tray, int> places)
    {
        var claimed = await session.Prepare(ClaimText)
            .With([now, until, session.Instance, .. Trays.Select(tray => (object)places(tray))])
            .All(row => new ClaimedMessage(row.GetInt64(10), row.GetInt32(11), OutboxTable.Read(row)));
        claimed.Sort((one, other) => (one.Message.Tray != Tray.Pages, one.Message.Tray, one.Id).CompareTo((other.Message.Tray != Tray.Pages, other.Message.Tray, other.Id)));
        return claimed;
    }

    /// <summary>What waits in this lane need not wait any longer. A message that is on its way stays so.</summary>
    public static async ValueTask Hasten(this Session session, string lane, Instant now)
    {
        session.Lanes.Add(lane);
        await session.Prepare(
                "UPDATE outbox SET not_before = $2, ready_at = $2 WHERE lane = $1 AND outcome IS NULL AND ready_at = not_before AND ready_at > $2")
            .With(lane, now)
            .Execute();
    }

    /// <summary>
    /// When there is something to claim next for this instance in some trays, long past when there is now; a claim that is held counts with its end. Null
    /// when they are empty.
    /// </summary>
    public static ValueTask<Instant?> NextClaim(this Reader reader, string instance, Func<Tray, bool> among) => reader.Prepare(NextText)
        .With([instance, .. Trays.Select(tray => (object)(among(tray) ? (int)tray : NoTray))])
        .First(row => row.InstantOrNull(0));

    /// <summary>Since when a message could have been claimed that nobody has claimed by <paramref name="now"/>; null when there is none.</summary>
    public static ValueTask<Instant?> OldestUnclaimed(this Reader reader, Instant now) => reader.Prepare(
            "SELECT MIN(CASE WHEN ready_at > created_at THEN ready_at ELSE created_at END) FROM outbox WHERE ready_at <= $1")
        .With(now)
        .First(row => row.InstantOrNull(0));

    /// <summary>It went out. This stands even when the claim had expired: a second copy may follow, an unrecorded one may not.</summary>
    /// <returns>False when it was settled already.</returns>
    public static ValueTask<bool> Sent(this Session session, ClaimedMessage claimed, Instant at, string? vendorId) =>
        session.Settle(claimed, "Sent", at, vendorId, why: null);

    /// <summary>It will never go out: the vendor refuses it for good. The lane goes on.</summary>
    /// <returns>False when the claim had expired and another pump took over, or it was settled already.</returns>
    public static ValueTask<bool> Refused(this Session session, ClaimedMessage claimed, Instant at, string why) =>
        session.Settle(claimed, "Refused", at, vendorId: null, why);

    /// <summary>It need not go out any more: the ticket has moved on. The lane goes on.</summary>
    /// <returns>False when the claim had expired and another pump took over, or it was settled already.</returns>
    public static ValueTask<bool> Drop(this Session session, ClaimedMessage claimed, Instant at, string why) =>
        session.Settle(claimed, "Dropped", at, vendorId: null, why);

    /// <summary>It did not go out this time. The lane waits for <paramref name="notBefore"/>.</summary>
    /// <returns>False when the claim had expired and another pump took over, or it was settled already.</returns>
    public static async ValueTask<bool> RetryAt(this Session session, ClaimedMessage claimed, Instant notBefore, string why) =>
        await session.Prepare(
                "UPDATE outbox SET not_before = $3, ready_at = $3, why = $4 WHERE id = $1 AND attempts = $2 AND outcome IS NULL")
            .With(claimed.Id, claimed.Attempt, notBefore, why)
            .Execute() == 1;

    /// <summary>Gives up every claim. Only for who knows that no other pump is running: a store just opened that cannot be shared.</summary>
    internal static ValueTask<int> ReleaseClaims(this Session session) => session.Prepare(
            "UPDATE outbox SET ready_at = not_before WHERE ready_at IS NOT NULL AND ready_at <> not_before")
        .With()
        .Execute();

    /// <summary>Gives up the claims of an instance that is no more.</summary>
    internal static ValueTask<int> ReleaseClaims(this Session session, string instance) => session.Prepare(
            "UPDATE outbox SET ready_at = not_before WHERE ready_at IS NOT NULL AND ready_at <> not_before AND claimed_by = $1")
        .With(instance)
        .Execute();

    /// <summary>Nobody else who lives has it.</summary>
    private static string IsFor(string instance) =>
        $"(ready_at = not_before OR claimed_by IS NULL OR claimed_by = {instance} OR claimed_by NOT IN (SELECT name FROM instances))";

    private static async ValueTask<bool> Settle(
        this Session session, ClaimedMessage claimed, string outcome, Instant at, string? vendorId, string? why)
    {
        var settled = await session.Prepare(
                """
                UPDATE outbox SET outcome = $3, settled_at = $4, vendor_id = $5, why = COALESCE($6, why), ready_at = NULL
                WHERE id = $1 AND outcome IS NULL AND (attempts = $2 OR $3 = 'Sent')
                """)
            .With(claimed.Id, claimed.Attempt, outcome, at, vendorId, why)
            .Execute();
        if (settled == 1)
            session.Lanes.Add(claimed.Message.Lane);
        return settled == 1;
    }
}
