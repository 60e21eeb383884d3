using ChatSupport.Bot.Linking;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.Slack.Arriving;

/// <summary>Who somebody in Slack is to the desk, and in which language they are spoken to.</summary>
internal sealed class SlackPeople(ChatPeople people, Store store, TimeProvider time)
{
    /// <summary>A modal does not wait longer than this for a preference.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <returns>Null for a stranger.</returns>
    public ValueTask<Person?> Find(ChatIdentity who, CancellationToken stop) => people.Find(who, stop);

    public async Task<Tongue> TongueOf(Person person, CancellationToken stop)
    {
        try
        {
            return await store.Ask(reader => reader.LanguageOf(person), stop).WaitAsync(Patience, time, stop);
        }
        catch (Exception slow) when (slow is TimeoutException or StoreUnavailableException)
        {
            return person.Tongue;
        }
    }

    /// <summary>A stranger's language.</summary>
    public Tongue TongueIn(string team) => people.TongueIn(ChatService.Slack, team);
}
