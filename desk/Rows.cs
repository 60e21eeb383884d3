using System.Globalization;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using NodaTime;

namespace ChatSupport.Desk;

/// <summary>Between the desk's values and the store's rows.</summary>
public static class Rows
{
    /// <param name="number">Needed when the ticket is new; it never changes afterwards.</param>
    public static TicketRow ToRow(this Ticket ticket, Directory directory, long number = 0) => new(
        ticket.Id, ticket.Kind.ToString(), number, ticket.Reference, ticket.Client, ticket.Status.ToString(), ticket.Status != Status.Closed,
        ticket.Priority.ToString(), ticket.Assignee, ticket.DeclaredAt, ticket.UpdatedAt, ticket.Clock.DueAt, ticket.Next(directory, ticket.UpdatedAt)?.From,
        ticket.Version, TicketJson.Write(ticket));

    public static Ticket ToTicket(this TicketRow row) => TicketJson.ReadTicket(row.State) with { Id = row.Id };

    /// <summary>It may leave at once: the outbox waits by the real clock, and this is the desk's.</summary>
    public static OutboxRow ToRow(this Notice notice, long ticketId, Instant at) => new(
        notice.Lane, notice.Way.TrayOf(), notice.Way.ToString(), notice.To.Id, ticketId, TicketJson.TypeOf(notice.Of),
        notice.Seq.ToString(CultureInfo.InvariantCulture), NotBefore: NodaConstants.UnixEpoch, CreatedAt: at);

    /// <summary>A card to be shown there as the ticket stands; or, with its number, the event that is to be told under it.</summary>
    public static OutboxRow ToRow(this Place place, long ticketId, int? seq, Instant at) => new(
        place.Lane, Tray.Rest, place.Way.ToString(), place.ToString(), ticketId, seq is null ? Place.CardOf(place.Way) : Place.ToldBy(place.Way),
        seq?.ToString(CultureInfo.InvariantCulture) ?? "", NotBefore: NodaConstants.UnixEpoch, CreatedAt: at);

    /// <summary>Where a message lies that leaves this way and is no page.</summary>
    internal static Tray TrayOf(this Way way) => way == Way.Mail ? Tray.Mail : Tray.Rest;

    /// <summary>A page waits for no other message, not even for another page.</summary>
    public static OutboxRow ToUrgentRow(this Notice page, long ticketId, Instant at) => page.ToRow(ticketId, at) with
    {
        Tray = Tray.Pages,
        Lane = string.Create(CultureInfo.InvariantCulture, $"page:{page.Lane}:{ticketId}:{page.Seq}"),
    };

    /// <summary>A wave to be shown there as it stands.</summary>
    internal static OutboxRow ToRow(this Place place, WaveRow wave, Instant at) => new(
        place.Lane, Tray.Rest, place.Way.ToString(), place.ToString(), wave.TicketId, Place.WaveOf(place.Way), "", NotBefore: NodaConstants.UnixEpoch, CreatedAt: at);

    /// <summary>The cards that single people were shown, to be kept true.</summary>
    internal static OutboxRow CopiesToRow(Way way, long ticketId, Instant at) => new(
        $"{way}:copies/{ticketId}", Tray.Rest, way.ToString(), "copies", ticketId, Place.CopiesOf(way), "", NotBefore: NodaConstants.UnixEpoch, CreatedAt: at);

    public static EventRow ToRow(this Happening happening, long ticketId) => new(
        ticketId, happening.Seq, happening.At, happening.By, happening.Door.ToString(), TicketJson.TypeOf(happening.What),
        TicketJson.Write(happening.What), happening.What.IsInternal);

    public static Happening ToHappening(this EventRow row) => new(
        row.Seq, row.At, row.Actor, Enum.Parse<Door>(row.Door), TicketJson.ReadEvent(row.Type, row.Data));
}
