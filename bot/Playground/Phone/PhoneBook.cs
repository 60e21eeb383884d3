using ChatSupport.Desk.People;

namespace ChatSupport.Bot.Playground.Phone;

/// <summary>A number that the page can call from.</summary>
/// <param name="Person">Null for numbers that nobody in the directory has.</param>
/// <param name="Number">Empty when it is withheld.</param>
internal sealed record PhoneBook(Person? Person, string Number)
{
    /// <summary>One of those that France keeps for films, and that the demo's cast does not have.</summary>
    public const string Stranger = "+33639980999";

    /// <summary>The contacts who have a phone, then somebody whom nobody knows, and somebody who hides their number.</summary>
    public static IReadOnlyList<PhoneBook> Of(Directory directory) =>
    [
        .. from client in directory.Clients
           from contact in directory.ContactsOf(client.Id)
           where contact is { Active: true, Phones: [_, ..] }
           select new PhoneBook(contact, contact.Phones[0]),
        new PhoneBook(null, Stranger), new PhoneBook(null, ""),
    ];
}
