using ChatSupport.Desk.People;

namespace ChatSupport.Desk.Tickets;

/// <summary>Who acts: a person of the directory in their role, or the desk itself when something falls due.</summary>
/// <param name="Client">The only client that this actor reaches; null for the desk and its people, who reach all.</param>
public sealed record Actor(string Id, Person? Person, string? Client)
{
    /// <summary>The desk's own hand: scheduled facts are its acts.</summary>
    public static Actor Desk { get; } = new("desk", null, null);

    public static Actor Of(Person person) => new(person.Id, person, (person as Contact)?.ClientId);

    public bool IsDesk => this == Desk;

    public bool IsContact => Person is Contact;

    public bool IsEngineer => Person is Engineer;

    public bool IsSupervisor => Person is Engineer { IsSupervisor: true };

    /// <summary>Company scope: a contact sees and acts on all of their client's tickets and nobody else's, until they leave (E26).</summary>
    public bool MaySee(Ticket ticket) => (Client is null || Client == ticket.Client) && Person is not Contact { Active: false };

    /// <summary>Internal notes and warnings never reach a client.</summary>
    public bool MaySee(TicketEvent what) => Client is null || !what.IsInternal;
}
