using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using NodaTime;
using NodaTime.Extensions;

namespace ChatSupport.Bot.Portal.SignIn;

/// <summary>
/// Who is signed in. The browser carries a secret, the store its hash; it lasts eight hours after the last visit and a week at
/// most, ends at once for a contact who has left, and can be ended from here.
/// </summary>
internal sealed class PortalSignIn(Store store, LiveDirectory directory, TimeProvider time)
{
    private static readonly Duration Sliding = Duration.FromHours(8);
    private static readonly Duration Longest = Duration.FromDays(7);

    /// <summary>How finely it is kept when somebody was seen, so that not every page writes.</summary>
    private static readonly Duration Fineness = Duration.FromMinutes(5);

    /// <summary>Signs this browser in as a person of the directory, whoever was signed in before.</summary>
    public async Task SignInAs(HttpContext http, Person person)
    {
        await SignOut(http);
        var secret = Secret.New();
        var now = Now;
        await store.Write(async session =>
        {
            await session.ForgetSignIns(now - Sliding, now - Longest);
            await session.SignIn(new SignInRow(secret.Hash, person.Id, now, now));
            return secret;
        });
        http.Response.Cookies.Append(CookieName(http), secret.Text, Cookie(http, Longest.ToTimeSpan()));
    }

    public async Task SignOut(HttpContext http)
    {
        if (Carried(http) is not { } secret)
            return;
        await store.Write(async session =>
        {
            await session.SignOut(secret.Hash);
            return secret;
        });
        http.Response.Cookies.Delete(CookieName(http), Cookie(http, lasts: null));
    }

    public async Task<Visitor?> Recognise(HttpContext http) => Carried(http) is { } secret ? await Find(secret.Hash) : null;

    /// <summary>The visitor behind a sign-in, seen now; null when it has ended.</summary>
    public async Task<Visitor?> Find(string hash)
    {
        var now = Now;
        if (await store.Ask(reader => reader.FindSignIn(hash)) is not { } row || now - row.SeenAt > Sliding || now - row.BeganAt > Longest)
            return null;
        if (directory.Current.Person(row.Person) is not { } person || person is Contact { Active: false })
            return null;
        if (now - row.SeenAt > Fineness)
            await store.Write(async session =>
            {
                await session.SeeSignIn(hash, now);
                return now;
            });
        return new Visitor(person with { Tongue = await store.Ask(reader => reader.LanguageOf(person)) }, hash);
    }

    private Instant Now => time.GetUtcNow().ToInstant();

    private static Secret? Carried(HttpContext http) =>
        http.Request.Cookies[CookieName(http)] is { Length: > 0 and < 100 } text ? new Secret(text) : null;

    // A cookie whose name begins so is taken by browsers only from this very host, over TLS.
    private static string CookieName(HttpContext http) =>
        http.Request.PathBase.HasValue ? "seat" : http.Request.IsHttps ? "__Host-portal" : "portal";

    private static CookieOptions Cookie(HttpContext http, TimeSpan? lasts) => new()
    {
        HttpOnly = true,
        Secure = http.Request.IsHttps,
        // Strict would greet whoever follows a link in a mail as a stranger.
        SameSite = SameSiteMode.Lax,
        // At a seat of the playground it holds for that seat alone, so that several people fit into one browser.
        Path = http.Request.PathBase.HasValue ? http.Request.PathBase : "/",
        MaxAge = lasts,
        IsEssential = true,
    };
}
