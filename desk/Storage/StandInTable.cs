using NodaTime;

namespace ChatSupport.Desk.Storage;

/// <summary>Somebody is on call during <c>[From, To)</c>, whatever the directory's file says.</summary>
/// <param name="Engineer">A directory id.</param>
public sealed record StandInRow(string Engineer, Instant From, Instant To, string MadeBy, Instant MadeAt);

/// <summary>Who stands in for whom, as engineers have agreed in chat.</summary>
public static class StandInTable
{
    public static async ValueTask Add(this Session session, StandInRow standIn) => await session.Prepare(
            "INSERT INTO stand_ins (engineer, from_at, to_at, made_by, made_at) VALUES ($1, $2, $3, $4, $5)")
        .With(standIn.Engineer, standIn.From, standIn.To, standIn.MadeBy, standIn.MadeAt)
        .Execute();

    /// <summary>Those that are not over, in the order in which they were made: the later counts.</summary>
    public static ValueTask<List<StandInRow>> StandIns(this Reader reader, Instant now) => reader.Prepare(
            "SELECT engineer, from_at, to_at, made_by, made_at FROM stand_ins WHERE to_at > $1 ORDER BY id")
        .With(now)
        .All(row => new StandInRow(row.GetString(0), row.Instant(1), row.Instant(2), row.GetString(3), row.Instant(4)));
}
