using ChatSupport.Desk.People;
using NodaTime;

namespace ChatSupport.Desk.Storage;

/// <summary>A code that somebody in a chat was to receive by mail.</summary>
/// <param name="Person">Whose address it was sent to; null when nobody's.</param>
/// <param name="Hash">Of the code; null until it has left.</param>
/// <param name="Mails">How many were sent for this account lately.</param>
/// <param name="Wrong">How often they have guessed wrong since the last lock.</param>
public sealed record LinkCodeRow(ChatIdentity Who, string? Person, string? Hash, Instant AskedAt, int Mails, int Wrong, Instant? LockedUntil);

/// <summary>Chat identities that people have proven to be theirs, beside those that the directory knows.</summary>
public static class LinkTable
{
    /// <returns>The person's directory id.</returns>
    public static ValueTask<string?> LinkedPerson(this Reader reader, ChatIdentity who) => reader.Prepare(
            "SELECT person FROM chat_links WHERE service = $1 AND realm = $2 AND chat_user = $3")
        .With(who.Service.ToString(), who.Realm, who.User)
        .First(row => row.GetString(0));

    /// <summary>What a person has proven to be theirs, the latest first.</summary>
    public static ValueTask<List<ChatIdentity>> LinkedIdentities(this Reader reader, string person) => reader.Prepare(
            "SELECT service, realm, chat_user FROM chat_links WHERE person = $1 ORDER BY at DESC")
        .With(person)
        .All(row => new ChatIdentity(Enum.Parse<ChatService>(row.GetString(0)), row.GetString(1), row.GetString(2)));

    /// <summary>The same of everybody, in one service.</summary>
    public static ValueTask<List<(string Person, ChatIdentity Who)>> LinkedIn(this Reader reader, ChatService service) => reader.Prepare(
            "SELECT person, realm, chat_user FROM chat_links WHERE service = $1 ORDER BY at DESC")
        .With(service.ToString())
        .All(row => (row.GetString(0), new ChatIdentity(service, row.GetString(1), row.GetString(2))));

    public static ValueTask<int> Link(this Session session, ChatIdentity who, string person, Instant at) => session.Prepare(
            """
            INSERT INTO chat_links (service, realm, chat_user, person, at) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (service, realm, chat_user) DO UPDATE SET person = excluded.person, at = excluded.at
            """)
        .With(who.Service.ToString(), who.Realm, who.User, person, at)
        .Execute();

    /// <summary>How far somebody is, for this transaction alone until it ends: guesses made at once are all counted, and none undoes a code.</summary>
    public static ValueTask<LinkCodeRow?> HoldLinkCode(this Session session, ChatIdentity who) => session.Prepare(
            """
            SELECT person, hash, asked_at, mails, wrong, locked_until FROM link_codes
            WHERE service = $1 AND realm = $2 AND chat_user = $3 FOR UPDATE
            """)
        .With(who.Service.ToString(), who.Realm, who.User)
        .First(row => new LinkCodeRow(who, row.Text(0), row.Text(1), row.Instant(2), row.GetInt32(3), row.GetInt32(4), row.InstantOrNull(5)));

    public static ValueTask<int> Keep(this Session session, LinkCodeRow code) => session.Prepare(
            """
            INSERT INTO link_codes (service, realm, chat_user, person, hash, asked_at, mails, wrong, locked_until)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (service, realm, chat_user) DO UPDATE SET person = excluded.person, hash = excluded.hash, asked_at = excluded.asked_at,
              mails = excluded.mails, wrong = excluded.wrong, locked_until = excluded.locked_until
            """)
        .With(code.Who.Service.ToString(), code.Who.Realm, code.Who.User, code.Person, code.Hash, code.AskedAt, code.Mails, code.Wrong, code.LockedUntil)
        .Execute();

    /// <summary>How many codes were sent to one person lately, whoever asked; those asked for before <paramref name="since"/> no longer count.</summary>
    public static ValueTask<long> CodesSentTo(this Reader reader, string person, Instant since) => reader.Prepare(
            "SELECT COALESCE(SUM(mails), 0) FROM link_codes WHERE person = $1 AND asked_at >= $2")
        .With(person, since)
        .First(row => row.GetInt64(0));

    /// <summary>Codes that nobody used and locks that have run out.</summary>
    public static ValueTask<int> ForgetLinkCodes(this Session session, Instant before) => session.Prepare(
            "DELETE FROM link_codes WHERE asked_at < $1 AND (locked_until IS NULL OR locked_until < $1)")
        .With(before)
        .Execute();
}
