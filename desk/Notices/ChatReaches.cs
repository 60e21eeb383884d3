using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Desk.Notices;

/// <summary>Finds out where somebody can be spoken to in chat.</summary>
public static class ChatReaches
{
    public static async ValueTask<ChatReach> ChatReachOf(this Reader reader, Person person, Directory directory)
    {
        IReadOnlyList<ChatIdentity> linked = person is { Slack: not null, Teams: not null } ? [] : await reader.LinkedIdentities(person.Id);
        var teams = directory.IdentityOf(person, ChatService.Teams, linked);
        return new ChatReach(directory.IdentityOf(person, ChatService.Slack, linked), teams, teams is { } own && await reader.TeamsConversationOf(own) is not null);
    }

    /// <summary>Those who are in Teams and have not added the bot there: what they are to be told goes another way.</summary>
    public static async ValueTask<IReadOnlyList<Person>> DeafInTeams(this Reader reader, Directory directory)
    {
        var listening = (await reader.PeopleInTeams()).ToHashSet();
        var linked = (await reader.LinkedIn(ChatService.Teams)).ToLookup(link => link.Person, link => link.Who);
        return [.. directory.Active.Where(person => directory.IdentityOf(person, ChatService.Teams, [.. linked[person.Id]]) is { } own && !listening.Contains(own))];
    }

    /// <summary>The same person with the accounts at which they can be spoken to now.</summary>
    internal static async ValueTask<Person> AsReachable(this Reader reader, Person person, Directory directory) =>
        await reader.ChatReachOf(person, directory) is var reach ? person with { Slack = reach.Slack, Teams = reach.InTeams } : person;

    internal static async ValueTask<bool> CanBeFollowedAt(this Reader reader, Place place) => place is not { Way: Way.Teams, IsDirect: true }
        || await reader.TeamsConversationOf(new ChatIdentity(ChatService.Teams, place.Realm, place.Conversation[1..])) is not null;
}
