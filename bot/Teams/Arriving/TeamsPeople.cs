using System.Collections.Concurrent;
using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Linking;
using ChatSupport.Bot.Teams.Wire;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using NodaTime;

namespace ChatSupport.Bot.Teams.Arriving;

/// <summary>Who speaks, and from where: what is noted of every activity, so that the desk can speak first later.</summary>
internal sealed class TeamsPeople(ChatPeople people, Store store, TimeProvider time)
{
    /// <summary>What was noted already; forgetting it costs one write more.</summary>
    private const int MostRemembered = 50_000;

    private readonly ConcurrentDictionary<(string Tenant, string Conversation, string User), string> noted = new();

    /// <returns>Null for a stranger, and for what is no person.</returns>
    public async ValueTask<Person?> Find(Activity activity, CancellationToken stop) =>
        activity.Who is { } who ? await people.Find(who, stop) : null;

    /// <summary>Notes through which address this conversation is spoken to, how this bot calls whoever speaks, and by which clock they live.</summary>
    public async Task Note(Activity activity, Person? person, CancellationToken stop)
    {
        var key = (activity.Tenant, activity.Base, activity.From.Id);
        var known = $"{activity.ServiceUrl} {person?.Id} {activity.Zone}";
        if (noted.TryGetValue(key, out var before) && before == known)
            return;
        await store.Write(async session =>
        {
            await session.NoteTeams(RowOf(activity));
            if (person is not null && activity.From.Id.Length > 0)
                await session.NoteTeamsUser(person.Id, activity.Tenant, activity.From.Id);
            if (person is not null && activity.Zone is { } zone)
                await session.NoteZone(person, zone);
            return known;
        }, stop);
        if (noted.Count > MostRemembered)
            noted.Clear();
        noted[key] = known;
    }

    /// <summary>The bot was removed from this conversation, or from the team; or one of the team's channels is gone.</summary>
    public async Task Forget(Activity activity, CancellationToken stop)
    {
        noted.Clear();
        var (conversation, team) = activity.DeletedChannel is { } gone ? (gone, null) : (activity.Base, activity.Team);
        await store.Write(session => session.ForgetTeams(activity.Tenant, conversation, team), stop);
    }

    private TeamsConversationRow RowOf(Activity activity) => new(
        activity.Tenant, activity.Base, activity.Kind.ToString(), activity.Kind == ConversationKind.Personal ? activity.From.AadObjectId : null,
        activity.Team, activity.ServiceUrl, Instant.FromDateTimeOffset(time.GetUtcNow()));
}
