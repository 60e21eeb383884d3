using System.Data.Common;
using ChatSupport.Desk.People;
using NodaTime;

namespace ChatSupport.Desk.Storage;

/// <summary>A conversation in Teams in which the bot may speak first.</summary>
/// <param name="Realm">The tenant.</param>
/// <param name="User">Whose it is when it is with one person alone.</param>
/// <param name="Team">The team that it is a channel of.</param>
/// <param name="ServiceUrl">Through which address; a token has vouched for it.</param>
public sealed record TeamsConversationRow(string Realm, string Conversation, string Kind, string? User, string? Team, string ServiceUrl, Instant At);

/// <summary>Where the bot is installed in Teams. Tenants and users are kept in lower case: their vendor writes them in either.</summary>
public static class TeamsTable
{
    private const string Columns = "realm, conversation, kind, chat_user, team, service_url, at";

    public static ValueTask<int> NoteTeams(this Session session, TeamsConversationRow row) => session.Prepare(
            $"""
            INSERT INTO teams_conversations ({Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (realm, conversation) DO UPDATE SET kind = excluded.kind, chat_user = excluded.chat_user,
              team = COALESCE(excluded.team, teams_conversations.team), service_url = excluded.service_url, at = excluded.at
            """)
        .With(Lower(row.Realm), row.Conversation, row.Kind, row.User is null ? null : Lower(row.User), row.Team, row.ServiceUrl, row.At)
        .Execute();

    /// <summary>The bot was removed there; of a team, from all its channels.</summary>
    public static ValueTask<int> ForgetTeams(this Session session, string realm, string conversation, string? team) => session.Prepare(
            "DELETE FROM teams_conversations WHERE realm = $1 AND (conversation = $2 OR team = $3)")
        .With(Lower(realm), conversation, team)
        .Execute();

    /// <summary>Where somebody can be spoken to alone, the latest first; null when they have not installed the bot.</summary>
    public static ValueTask<TeamsConversationRow?> TeamsConversationOf(this Reader reader, ChatIdentity who) => reader.Prepare(
            $"SELECT {Columns} FROM teams_conversations WHERE realm = $1 AND chat_user = $2 ORDER BY at DESC LIMIT 1")
        .With(Lower(who.Realm), Lower(who.User))
        .First(Read);

    /// <summary>Everybody who has added the bot for themselves.</summary>
    public static ValueTask<List<ChatIdentity>> PeopleInTeams(this Reader reader) => reader.Prepare(
            "SELECT DISTINCT realm, chat_user FROM teams_conversations WHERE chat_user IS NOT NULL")
        .With()
        .All(row => new ChatIdentity(ChatService.Teams, row.GetString(0), row.GetString(1)));

    public static ValueTask<TeamsConversationRow?> TeamsConversation(this Reader reader, string realm, string conversation) => reader.Prepare(
            $"SELECT {Columns} FROM teams_conversations WHERE realm = $1 AND conversation = $2")
        .With(Lower(realm), conversation)
        .First(Read);

    /// <summary>Through which address somewhere in a tenant is spoken to: that by which anybody there was last heard, else anybody anywhere.</summary>
    public static ValueTask<string?> TeamsServiceIn(this Reader reader, string realm) => reader.Prepare(
            "SELECT service_url FROM teams_conversations ORDER BY CASE WHEN realm = $1 THEN 0 ELSE 1 END, at DESC LIMIT 1")
        .With(Lower(realm))
        .First(row => row.GetString(0));

    public static ValueTask<int> NoteTeamsUser(this Session session, string person, string realm, string userId) => session.Prepare(
            """
            INSERT INTO teams_users (person, realm, user_id) VALUES ($1, $2, $3)
            ON CONFLICT (person, realm) DO UPDATE SET user_id = excluded.user_id
            """)
        .With(person, Lower(realm), userId)
        .Execute();

    /// <summary>What the bot calls these people, as far as it has met them.</summary>
    public static async ValueTask<IReadOnlyList<string>> TeamsUsersOf(this Reader reader, IReadOnlyList<string> people)
    {
        var users = new List<string>();
        foreach (var person in people)
            users.AddRange(await reader.Prepare("SELECT user_id FROM teams_users WHERE person = $1").With(person).All(row => row.GetString(0)));
        return users;
    }

    private static string Lower(string id) => id.ToLowerInvariant();

    private static TeamsConversationRow Read(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.Text(3), row.Text(4), row.GetString(5), row.Instant(6));
}
