using System.Data.Common;
using NodaTime;

namespace ChatSupport.Desk.Storage;

/// <summary>One telephone call.</summary>
/// <param name="Number">The other side's, E.164; empty when it was withheld.</param>
/// <param name="Ticket">The reference of the ticket that it is about.</param>
/// <param name="Engineer">Whom the desk is calling; null for a call that came in.</param>
/// <param name="State">How far it has got, as JSON.</param>
public sealed record CallRow(string Sid, string Number, Instant ReceivedAt, Instant? EndedAt, string? Ticket, string? Engineer, string State);

/// <summary>The telephone calls.</summary>
public static class CallTable
{
    private const string Columns = "sid, number, received_at, ended_at, ticket, engineer, state";

    /// <returns>False when the call was known already; nothing was changed.</returns>
    public static async ValueTask<bool> TryAddCall(this Session session, CallRow call) => await session.Prepare(
            $"INSERT INTO calls ({Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (sid) DO NOTHING")
        .With(call.Sid, call.Number, call.ReceivedAt, call.EndedAt, call.Ticket, call.Engineer, call.State)
        .Execute() == 1;

    /// <summary>The call, held by this transaction: another callback of the same call waits, on a shared database too.</summary>
    public static ValueTask<CallRow?> HoldCall(this Session session, string sid) =>
        session.Prepare($"UPDATE calls SET sid = sid WHERE sid = $1 RETURNING {Columns}").With(sid).First(Read);

    public static ValueTask<CallRow?> LoadCall(this Reader reader, string sid) =>
        reader.Prepare($"SELECT {Columns} FROM calls WHERE sid = $1").With(sid).First(Read);

    public static async ValueTask SaveCall(this Session session, CallRow call) => await session.Prepare(
            "UPDATE calls SET ended_at = $2, ticket = $3, state = $4 WHERE sid = $1")
        .With(call.Sid, call.EndedAt, call.Ticket, call.State)
        .Execute();

    /// <summary>The calls about this ticket that have not ended.</summary>
    public static ValueTask<List<CallRow>> CallsGoingOn(this Reader reader, string ticket) =>
        reader.Prepare($"SELECT {Columns} FROM calls WHERE ticket = $1 AND ended_at IS NULL").With(ticket).All(Read);

    /// <summary>The latest calls from this number, the newest first.</summary>
    public static ValueTask<List<CallRow>> CallsFrom(this Reader reader, string number, Instant since, int limit) => reader.Prepare(
            $"SELECT {Columns} FROM calls WHERE number = $1 AND received_at > $2 AND engineer IS NULL ORDER BY received_at DESC LIMIT $3")
        .With(number, since, limit)
        .All(Read);

    private static CallRow Read(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.Instant(2), row.InstantOrNull(3), row.Text(4), row.Text(5), row.GetString(6));
}
