using System.Data.Common;
using NodaTime;

namespace ChatSupport.Desk.Storage;

/// <summary>A ticket among the latest, as far as it tells whether many declare the same.</summary>
/// <param name="Wave">The wave that it is part of; null for none.</param>
/// <param name="IsOver">That wave is over, and nothing joins it any more.</param>
public sealed record LatelyRow(
    long TicketId, string Reference, string Client, string? Service, string? Region, Instant DeclaredAt, string? Wave, bool IsOver = false);

/// <summary>Declarations that likely have one cause.</summary>
/// <param name="Name">The reference of its first ticket; for the desk only, as is everything of a wave.</param>
/// <param name="TicketId">That ticket.</param>
/// <param name="Cause">The ticket by which a supervisor published it; null until then.</param>
/// <param name="IsOver">What was published has ended, and nothing joins any more.</param>
/// <param name="Title">The published words, as long as they stand; <paramref name="Sentence"/> as well.</param>
public sealed record WaveRow(string Name, long TicketId, Instant BeganAt, long? Cause, bool IsOver, string? Title, string? Sentence);

/// <param name="Waiting">Those that nobody has taken yet.</param>
public sealed record WaveSize(int Tickets, int Clients, int Waiting, IReadOnlyList<string> Services, IReadOnlyList<string> Regions);

/// <summary>The waves, and which tickets are part of them.</summary>
public static class WaveTable
{
    /// <summary>What stands for a side where the notice of a wave is posted.</summary>
    public const string Posts = "Wave";

    /// <summary>It is no card: whatever is written under it is about no ticket.</summary>
    public const int Seq = 1;

    private const string Columns = "w.name, w.ticket_id, w.began_at, w.cause, w.is_over, p.title, p.sentence";
    private const string WithWords = "waves w LEFT JOIN published_incidents p ON p.ticket_id = w.cause";

    /// <summary>The latest tickets, the newest first.</summary>
    /// <remarks>The limit is part of the text: for one that it does not know a server looks for a new plan each time.</remarks>
    public static ValueTask<List<LatelyRow>> Lately(this Reader reader, int most) => reader.Prepare(
            $"""
            SELECT t.id, t.reference, t.client, t.service, t.region, t.declared_at, t.wave, COALESCE(w.is_over, 0)
            FROM tickets t LEFT JOIN waves w ON w.name = t.wave ORDER BY t.id DESC LIMIT {most}
            """)
        .With()
        .All(row => new LatelyRow(
            row.GetInt64(0), row.GetString(1), row.GetString(2), row.Text(3), row.Text(4), row.Instant(5), row.Text(6), row.Truth(7)));

    public static ValueTask<WaveRow?> Wave(this Reader reader, string name) =>
        reader.Prepare($"SELECT {Columns} FROM {WithWords} WHERE w.name = $1").With(name).First(Read);

    /// <summary>The wave that a ticket is part of, or began.</summary>
    public static ValueTask<WaveRow?> WaveOf(this Reader reader, long ticketId) =>
        reader.Prepare($"SELECT {Columns} FROM {WithWords} JOIN tickets t ON t.wave = w.name WHERE t.id = $1").With(ticketId).First(Read);

    /// <summary>Those that go on: not over, and with a ticket that is not closed. The newest first.</summary>
    public static async ValueTask<List<(WaveRow Wave, WaveSize Size)>> Waves(this Reader reader)
    {
        var waves = new List<(WaveRow, WaveSize)>();
        foreach (var wave in await reader.Prepare(
                $"""
                SELECT {Columns} FROM {WithWords}
                WHERE w.is_over = 0 AND EXISTS (SELECT 1 FROM tickets t WHERE t.wave = w.name AND t.is_open = 1) ORDER BY w.ticket_id DESC
                """)
            .With()
            .All(Read))
            waves.Add((wave, await reader.SizeOf(wave)));
        return waves;
    }

    public static async ValueTask<WaveSize> SizeOf(this Reader reader, WaveRow wave)
    {
        var (tickets, clients, waiting) = await reader.Prepare(
                "SELECT COUNT(*), COUNT(DISTINCT client), COUNT(CASE WHEN status = 'Open' THEN 1 END) FROM tickets WHERE wave = $1")
            .With(wave.Name)
            .First(row => ((int)row.GetInt64(0), (int)row.GetInt64(1), (int)row.GetInt64(2)));
        return new WaveSize(tickets, clients, waiting, await reader.Named("service", wave), await reader.Named("region", wave));
    }

    /// <summary>Its tickets in order, behind <paramref name="after"/>.</summary>
    public static ValueTask<List<long>> TicketsOf(this Reader reader, WaveRow wave, long after, int most) => reader.Prepare(
            "SELECT id FROM tickets WHERE wave = $1 AND id > $2 ORDER BY id LIMIT $3")
        .With(wave.Name, after, most)
        .All(row => row.GetInt64(0));

    /// <summary>Begins a wave, named after this ticket.</summary>
    internal static ValueTask BeginWave(this Session session, LatelyRow first) =>
        session.Prepare("INSERT INTO waves (name, ticket_id, began_at) VALUES ($1, $2, $3)").With(first.Reference, first.TicketId, first.DeclaredAt).Later();

    /// <summary>A ticket that was declared before is part of a wave from now on.</summary>
    internal static ValueTask Join(this Session session, string wave, long ticketId) =>
        session.Prepare("UPDATE tickets SET wave = $2 WHERE id = $1 AND wave IS NULL").With(ticketId, wave).Later();

    internal static ValueTask<int> PublishWave(this Session session, WaveRow wave, long cause) =>
        session.Prepare("UPDATE waves SET cause = $2 WHERE name = $1").With(wave.Name, cause).Execute();

    internal static ValueTask<int> EndWave(this Session session, WaveRow wave) =>
        session.Prepare("UPDATE waves SET is_over = 1 WHERE name = $1").With(wave.Name).Execute();

    private static ValueTask<List<string>> Named(this Reader reader, string column, WaveRow wave) => reader.Prepare(
            $"SELECT {column} FROM tickets WHERE wave = $1 AND {column} IS NOT NULL GROUP BY {column} ORDER BY COUNT(*) DESC, {column}")
        .With(wave.Name)
        .All(row => row.GetString(0));

    private static WaveRow Read(DbDataReader row) => new(
        row.GetString(0), row.GetInt64(1), row.Instant(2), row.Number(3), row.Truth(4), row.Text(5), row.Text(6));
}
