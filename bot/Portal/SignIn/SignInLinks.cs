using ChatSupport.Desk.Clock;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using NodaTime;
using NodaTime.Extensions;

namespace ChatSupport.Bot.Portal.SignIn;

/// <summary>
/// One-time links to the registered address. Asking for one enqueues a mail in which there is no secret yet: the link is made when
/// the mail leaves (<see cref="SignInMail"/>), lives a quarter of an hour and is used up by the first who follows it.
/// </summary>
internal sealed class SignInLinks(Store store, LiveDirectory directory, DeskClock desk, TimeProvider time)
{
    public static readonly Duration Lifetime = Duration.FromMinutes(15);

    /// <summary>
    /// Has a link sent if the address is somebody's. Nothing tells the caller: an unknown address costs the same flush of the disk.
    /// </summary>
    /// <param name="to">The page to come out on.</param>
    public Task Ask(string address, string to) => store.Write(async session =>
    {
        await session.ForgetLinks(expiredBy: Now);
        if (PersonAt(address) is { } person)
            await session.Enqueue(new OutboxRow(
                $"{Way.Mail}:sign-in:{person.Id}", Tray.Keys, nameof(Way.Mail), person.Id, TicketId: null, SignInMail.Notice, to,
                NotBefore: NodaConstants.UnixEpoch, CreatedAt: desk.Now));
        return to;
    });

    /// <summary>Makes a link for this person, good from now.</summary>
    public Task<Secret> Issue(Person person) => store.Write(async session =>
    {
        var secret = Secret.New();
        await session.AddLink(secret.Hash, person.Id, Now + Lifetime);
        return secret;
    });

    /// <summary>Whose link this is; looking does not use it.</summary>
    public async Task<Person?> Find(Secret secret) => Active(await store.Ask(reader => reader.FindLink(secret.Hash, Now)));

    public async Task<Person?> Use(Secret secret) => Active(await store.Write(session => session.UseLink(secret.Hash, Now)));

    private Instant Now => time.GetUtcNow().ToInstant();

    private Person? PersonAt(string address) => (Person?)directory.Current.ByEmail(address)
        ?? directory.Current.Engineers.FirstOrDefault(engineer => string.Equals(engineer.Email, address, StringComparison.OrdinalIgnoreCase));

    private Person? Active(string? id) =>
        id is not null && directory.Current.Person(id) is { } person and not Contact { Active: false } ? person : null;
}
