using NodaTime;

namespace ChatSupport.Desk.Storage;

/// <summary>Something that is still to be done outside, and that no ticket tells.</summary>
/// <param name="Subject">What it is about: a recording, a call.</param>
/// <param name="Attempt">Which try this is, from 1.</param>
public sealed record Errand(long Id, string Kind, string Subject, int Attempt);

/// <summary>Errands of the phone door. They wait by the real clock, as all wires do.</summary>
public static class ErrandTable
{
    public static async ValueTask AddErrand(this Session session, string kind, string subject, Instant readyAt) => await session.Prepare(
            "INSERT INTO errands (kind, subject, ready_at) VALUES ($1, $2, $3)")
        .With(kind, subject, readyAt)
        .Execute();

    /// <summary>Takes what is ready. An errand that is neither done nor put off before <paramref name="until"/> is given to whoever asks next.</summary>
    public static ValueTask<List<Errand>> TakeErrands(this Session session, Instant now, Instant until, int limit) => session.Prepare(
            """
            WITH next AS MATERIALIZED (
              SELECT id FROM errands WHERE ready_at <= $1 ORDER BY ready_at, id LIMIT $3 FOR UPDATE SKIP LOCKED)
            UPDATE errands SET ready_at = $2, attempts = attempts + 1, claimed_by = $4 WHERE id IN (SELECT id FROM next)
            RETURNING id, kind, subject, attempts
            """)
        .With(now, until, limit, session.Instance)
        .All(row => new Errand(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt32(3)));

    public static async ValueTask EndErrand(this Session session, Errand errand) =>
        await session.Prepare("DELETE FROM errands WHERE id = $1").With(errand.Id).Execute();

    public static async ValueTask PutOffErrand(this Session session, Errand errand, Instant readyAt, string why) =>
        await session.Prepare("UPDATE errands SET ready_at = $2, why = $3, claimed_by = NULL WHERE id = $1").With(errand.Id, readyAt, why).Execute();

    /// <summary>What waits need not wait any longer.</summary>
    public static async ValueTask HastenErrands(this Session session, string kind, string subject, Instant now) => await session.Prepare(
            "UPDATE errands SET ready_at = $3 WHERE kind = $1 AND subject = $2 AND ready_at > $3")
        .With(kind, subject, now)
        .Execute();

    /// <summary>Gives up what an instance that is no more had taken.</summary>
    internal static ValueTask<int> ReleaseErrands(this Session session, string instance) =>
        session.Prepare("UPDATE errands SET ready_at = 0, claimed_by = NULL WHERE claimed_by = $1").With(instance).Execute();

    /// <summary>When an errand is ready next; null when none waits.</summary>
    public static ValueTask<Instant?> NextErrand(this Reader reader) =>
        reader.Prepare("SELECT MIN(ready_at) FROM errands").With().First(row => row.InstantOrNull(0));
}
