using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;

namespace ChatSupport.Bot.Playground.Page;

/// <summary>Who sits at the two seats of the playground, and at what.</summary>
/// <param name="Ticket">The page of the ticket that both begin with; null lets each begin where the portal does.</param>
public sealed record Seating(Contact? Contact, Engineer Engineer, string? Ticket)
{
    /// <summary>Those who were asked for; otherwise the first BUSINESS contact, who has a deadline without a call, and the first engineer.</summary>
    public static Seating Of(IQueryCollection query, Directory directory)
    {
        var contact = directory.Contact(query["contact"].ToString()) is { Active: true } asked
            ? asked
            : Scenarios.Scenario.Player(Scenarios.Role.Contact, directory) as Contact
                ?? directory.Clients.SelectMany(client => directory.ContactsOf(client.Id)).FirstOrDefault();
        var ticket = query["ticket"].ToString();
        return new Seating(contact, directory.Engineer(query["engineer"].ToString()) ?? directory.Engineers[0], ticket.Length > 0 ? ticket : null);
    }

    public string PageOfContact => Ticket is null ? "/portal" : $"/portal/tickets/{Ticket}";

    public string PageOfEngineer => Ticket is null ? "/portal/tickets" : $"/portal/tickets/{Ticket}";

    public static string Address(Person? contact, Person? engineer, string? ticket, Tongue? tongue) =>
        "/" + QueryString.Create(new[] { ("contact", contact?.Id), ("engineer", engineer?.Id), ("ticket", ticket), ("lang", tongue?.Code()) }
            .Where(part => part.Item2 is not null)
            .Select(part => KeyValuePair.Create(part.Item1, part.Item2)));
}
