using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.Linking;

/// <summary>Who somebody in a chat is to the desk: as the directory says, else as they have proven and are still believed.</summary>
internal sealed class ChatPeople(LiveDirectory directory, Store store)
{
    /// <returns>Null for a stranger.</returns>
    public async ValueTask<Person?> Find(ChatIdentity who, CancellationToken stop) => directory.Current.ByIdentity(who)
        ?? (await store.Ask(reader => reader.LinkedPerson(who), stop) is { } id ? directory.Current.Believed(id, who.Service, who.Realm) : null);

    /// <summary>By which identity somebody can be spoken to in a chat; null when they have none there.</summary>
    public async ValueTask<ChatIdentity?> IdentityOf(Person person, ChatService service, CancellationToken stop) =>
        directory.Current.IdentityOf(person, service, await store.Ask(reader => reader.LinkedIdentities(person.Id), stop));

    /// <summary>A stranger's language: that of the company whose workspace or tenant they speak from. It tells nothing that they did not know.</summary>
    public Tongue TongueIn(ChatService service, string realm) =>
        directory.Current.Clients.FirstOrDefault(client => client.IsAtHome(service, realm))?.Tongue ?? Tongue.French;
}
