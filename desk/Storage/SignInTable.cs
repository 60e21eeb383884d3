using NodaTime;

namespace ChatSupport.Desk.Storage;

/// <param name="Hash">Of the secret that the browser holds.</param>
/// <param name="BeganAt">When the person came in.</param>
/// <param name="SeenAt">When they were last seen, to within a few minutes.</param>
public sealed record SignInRow(string Hash, string Person, Instant BeganAt, Instant SeenAt);

/// <summary>Who is signed in on the portal, and the links by which they may come in. The store sees hashes, never the secrets.</summary>
public static class SignInTable
{
    public static async ValueTask AddLink(this Session session, string hash, string person, Instant expiresAt) =>
        await session.Prepare("INSERT INTO sign_in_links (hash, person, expires_at) VALUES ($1, $2, $3)").With(hash, person, expiresAt).Execute();

    /// <summary>Whose link this is, without using it; null when it is unknown, used or expired.</summary>
    public static ValueTask<string?> FindLink(this Reader reader, string hash, Instant now) =>
        reader.Prepare("SELECT person FROM sign_in_links WHERE hash = $1 AND expires_at > $2").With(hash, now).First(row => row.GetString(0));

    /// <summary>Uses the link up: of two who try, one gets the person and the other null.</summary>
    public static ValueTask<string?> UseLink(this Session session, string hash, Instant now) =>
        session.Prepare("DELETE FROM sign_in_links WHERE hash = $1 AND expires_at > $2 RETURNING person").With(hash, now).First(row => row.GetString(0));

    public static async ValueTask ForgetLinks(this Session session, Instant expiredBy) =>
        await session.Prepare("DELETE FROM sign_in_links WHERE expires_at <= $1").With(expiredBy).Execute();

    public static async ValueTask SignIn(this Session session, SignInRow row) =>
        await session.Prepare("INSERT INTO sign_ins (hash, person, began_at, seen_at) VALUES ($1, $2, $3, $4)")
            .With(row.Hash, row.Person, row.BeganAt, row.SeenAt)
            .Execute();

    public static ValueTask<SignInRow?> FindSignIn(this Reader reader, string hash) =>
        reader.Prepare("SELECT hash, person, began_at, seen_at FROM sign_ins WHERE hash = $1")
            .With(hash)
            .First(row => new SignInRow(row.GetString(0), row.GetString(1), row.Instant(2), row.Instant(3)));

    public static ValueTask SeeSignIn(this Session session, string hash, Instant at) =>
        session.Prepare("UPDATE sign_ins SET seen_at = $2 WHERE hash = $1").With(hash, at).Later();

    public static async ValueTask SignOut(this Session session, string hash) =>
        await session.Prepare("DELETE FROM sign_ins WHERE hash = $1").With(hash).Execute();

    /// <summary>Forgets those who were last seen, or came in, too long ago.</summary>
    public static async ValueTask ForgetSignIns(this Session session, Instant seenBefore, Instant begunBefore) =>
        await session.Prepare("DELETE FROM sign_ins WHERE seen_at < $1 OR began_at < $2").With(seenBefore, begunBefore).Execute();
}
