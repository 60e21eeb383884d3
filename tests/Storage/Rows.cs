using System.Globalization;
using ChatSupport.Desk.Storage;
using NodaTime;

namespace ChatSupport.Tests.Storage;

/// <summary>Rows as a desk would write them, each with its usual values where a test says nothing else.</summary>
internal static class Rows
{
    public static Instant Monday { get; } = Instant.FromUtc(2026, 11, 23, 9, 0);

    public static Instant After(int minutes) => Monday + Duration.FromMinutes(minutes);

    public static TicketRow Ticket(
        long number, string client = "acme", string kind = "Incident", string status = "Open", Instant? dueAt = null, Instant? nextDue = null) => new(
        0, kind, number, Reference(kind, number), client, status, Open: status != "Closed", "P2", null,
        Monday, Monday, dueAt, nextDue, 1, """{"title":"Instances « injoignables »"}""");

    public static string Reference(string kind, long number) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind[..3].ToUpperInvariant()}-{number:000000}");

    public static EventRow Event(long ticketId, int seq) =>
        new(ticketId, seq, After(seq), "lea.martin", "slack", "Commented", """{"text":"vu"}""", Internal: false);

    public static OutboxRow Message(string lane, string notice = "Declared", Tray tray = Tray.Rest, int minute = 0) =>
        new(lane, tray, "slack", "U024BE7LD", null, notice, "{}", After(minute), After(minute));

    /// <summary>A declaration of the smallest kind: takes a number and inserts a ticket.</summary>
    public static async ValueTask<string> Declare(this Session session, string kind = "Incident")
    {
        var (number, id) = await session.NextTicket(kind);
        var ticket = Ticket(number, kind: kind) with { Id = id };
        await session.Insert(ticket);
        return ticket.Reference;
    }

    /// <summary>Inserts a ticket under the next id, whatever its number.</summary>
    public static async ValueTask<long> Place(this Session session, TicketRow ticket)
    {
        var (_, id) = await session.NextTicket("Other");
        await session.Insert(ticket with { Id = id });
        return id;
    }

    /// <summary>Enqueues a message and says under which id.</summary>
    public static async ValueTask<long> Send(this Session session, OutboxRow message)
    {
        await session.Enqueue(message);
        await session.WriteLeaving();
        return await session.Prepare("SELECT MAX(id) FROM outbox").With().First(row => row.GetInt64(0));
    }
}
