using System.Data.Common;
using NodaTime;

namespace ChatSupport.Desk.Storage;

/// <summary>An incident that is known to all clients, in the words that a supervisor wrote for them.</summary>
/// <param name="Id">What it is called towards clients: whose ticket is behind it does not show.</param>
/// <param name="TicketId">For the desk only.</param>
/// <param name="Service">The Service that it concerns; null when the words alone say.</param>
/// <param name="Region">Null, or <c>all</c>, for everywhere.</param>
public sealed record PublishedRow(long Id, long TicketId, string Title, string Sentence, string? Service, string? Region, Instant At);

/// <summary>The published incidents that are not over. There are few at any time.</summary>
public static class PublishedTable
{
    private const string Columns = "id, ticket_id, title, sentence, service, region, at";

    /// <summary>Publishes it, or changes the words under which it stands.</summary>
    internal static ValueTask<int> Publish(
        this Session session, long ticketId, string title, string sentence, string? service, string? region, Instant at) => session.Prepare(
            """
            INSERT INTO published_incidents (ticket_id, title, sentence, service, region, at) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (ticket_id) DO UPDATE SET title = excluded.title, sentence = excluded.sentence, service = excluded.service, region = excluded.region
            """)
        .With(ticketId, title, sentence, service, region, at)
        .Execute();

    internal static ValueTask<int> Unpublish(this Session session, long ticketId) =>
        session.Prepare("DELETE FROM published_incidents WHERE ticket_id = $1").With(ticketId).Execute();

    /// <summary>The newest first.</summary>
    public static ValueTask<List<PublishedRow>> PublishedIncidents(this Reader reader) =>
        reader.Prepare($"SELECT {Columns} FROM published_incidents ORDER BY id DESC").With().All(Read);

    public static ValueTask<PublishedRow?> PublishedIncident(this Reader reader, long id) =>
        reader.Prepare($"SELECT {Columns} FROM published_incidents WHERE id = $1").With(id).First(Read);

    private static PublishedRow Read(DbDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.Text(4), row.Text(5), row.Instant(6));
}
