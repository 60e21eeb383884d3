using ChatSupport.Bot.Language;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using NodaTime;

namespace ChatSupport.Bot.Playground.Scenarios;

/// <summary>A story to start from: a declaration by a BUSINESS contact, and what happens to it until it becomes worth looking at.</summary>
/// <param name="Name">Its address, and its words on the page <c>Scenarios</c>.</param>
/// <param name="Opens">When it begins, seen from now; never before.</param>
/// <param name="Facts">What is declared besides words.</param>
/// <param name="Ends">Who is to decide at the end.</param>
internal sealed record Scenario(string Name, Func<Instant, Instant> Opens, Outage Facts, Role Ends, params IReadOnlyList<Scene> Scenes)
{
    /// <summary>Who plays a role in this directory; null when nobody can.</summary>
    public static Person? Player(Role role, Directory directory) => role switch
    {
        Role.Contact => directory.Clients.Where(client => client.Plan == Plan.Business).SelectMany(client => directory.ContactsOf(client.Id)).FirstOrDefault(),
        Role.Engineer => directory.Engineers[0],
        _ => directory.Supervisors is [var first, ..] ? first : null,
    };

    /// <summary>One of its entries, with the contact's first name where it is said.</summary>
    public Sentence Say(string entry, Directory directory) => BotText.Say($"Scenarios.{Name}.{entry}", Player(Role.Contact, directory)?.Name.First);

    public bool CanBePlayed(Directory directory) => Scenes.Select(scene => scene.By).Append(Role.Contact).Append(Ends).All(role => Player(role, directory) is not null);
}

internal enum Role
{
    Contact,
    Engineer,
    Supervisor,
}

/// <summary>What somebody does, so long after what was before.</summary>
/// <param name="Words">The entry of the scenario with what they write.</param>
internal sealed record Scene(Duration After, Role By, string Words, Func<string, TicketAct> Does);

/// <summary>The declaration's choices by their keys; its texts are the scenario's.</summary>
internal sealed record Outage(string Service, string Region, string Interrupted, string UsersAffected, Priority Requested);
