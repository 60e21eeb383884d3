using ChatSupport.Desk.Language;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Bot.Following;

/// <summary>Who reads at a place.</summary>
internal static class PlaceReaders
{
    /// <summary>
    /// Whom a card at a place is drawn for: buttons that only some may use are refused to the others with a sentence. And the language of the
    /// place, that of the company or of most engineers; somebody alone with us has chosen their own.
    /// </summary>
    public static (Person Reader, Tongue Tongue) ReaderAt(this Directory directory, Place place, Ticket ticket)
    {
        if (place.Side == Side.Desk)
            return (directory.Supervisors.Concat(directory.Engineers).First(), directory.Engineers.GroupBy(engineer => engineer.Tongue).MaxBy(same => same.Count())!.Key);
        var declarer = directory.Contact(ticket.Contact)!;
        var contact = declarer.Active || directory.ContactsOf(ticket.Client) is not [var other, ..] ? declarer : other;
        return (contact, directory.Client(ticket.Client)?.Tongue ?? contact.Tongue);
    }
}
