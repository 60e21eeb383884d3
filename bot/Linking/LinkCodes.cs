using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ChatSupport.Desk;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using NodaTime;

namespace ChatSupport.Bot.Linking;

/// <summary>What came of a code that somebody typed.</summary>
internal abstract record Proof
{
    public sealed record Linked(Person Person) : Proof;

    /// <param name="Left">How often they may still try.</param>
    public sealed record Wrong(int Left) : Proof;

    public sealed record Locked(Instant Until) : Proof;
}

/// <summary>
/// One-time codes by which somebody in a chat proves that a registered address is theirs. A code is made when its mail leaves, so the
/// outbox holds none; it lives a quarter of an hour, and five wrong ones lock the account out for an hour.
/// </summary>
internal sealed class LinkCodes(ServiceDesk desk)
{
    public static readonly Duration Lifetime = Duration.FromMinutes(15);
    private static readonly Duration Lock = Duration.FromHours(1);
    private const int Tries = 5;
    private const int MailsAnHour = 5;
    private const int Digits = 8;

    /// <summary>Has a code mailed if the address is that of somebody who may be spoken to there. Nothing tells the caller.</summary>
    public Task Ask(ChatIdentity who, string address, CancellationToken stop) => desk.Receive(async visit =>
    {
        await visit.Store.ForgetLinkCodes(visit.Now - Duration.FromDays(1));
        var before = await visit.Store.HoldLinkCode(who);
        var person = before?.LockedUntil > visit.Now ? null : PersonAt(address.Trim(), who, visit.Directory);
        var mails = before?.AskedAt > visit.Now - Lock ? before.Mails : 0;
        if (person is not null && mails < MailsAnHour && await visit.Store.CodesSentTo(person.Id, visit.Now - Lock) < MailsAnHour)
        {
            await visit.Store.Enqueue(LinkMail.To(person, who, visit.Now));
            mails++;
        }
        return await visit.Store.Keep(new LinkCodeRow(who, person?.Id, null, visit.Now, mails, before?.Wrong ?? 0, before?.LockedUntil));
    }, stop);

    /// <summary>Makes the code that a mail is about to carry.</summary>
    /// <returns>Null when it was asked for anew, for somebody else: this mail is not to leave.</returns>
    public Task<string?> Issue(ChatIdentity who, string person) => desk.Receive(async visit =>
    {
        if (await visit.Store.HoldLinkCode(who) is not { } asked || asked.Person != person)
            return null;
        var code = RandomNumberGenerator.GetInt32(100_000_000).ToString($"D{Digits}", CultureInfo.InvariantCulture);
        await visit.Store.Keep(asked with { Hash = Hash(who, code), AskedAt = visit.Now });
        return code;
    });

    public Task<Proof> Prove(ChatIdentity who, string code, CancellationToken stop) => desk.Receive<Proof>(async visit =>
    {
        var asked = await visit.Store.HoldLinkCode(who) ?? new LinkCodeRow(who, null, null, visit.Now, 0, 0, null);
        if (asked.LockedUntil is { } until && until > visit.Now)
            return new Proof.Locked(until);
        if (IsRight(asked, code, visit.Now) && visit.Directory.Believed(asked.Person!, who.Service, who.Realm) is { } person)
        {
            await visit.Store.Link(who, person.Id, visit.Now);
            await visit.Store.Keep(asked with { Person = null, Hash = null, Wrong = 0, LockedUntil = null });
            return new Proof.Linked(person);
        }
        if (asked.Wrong + 1 < Tries)
        {
            await visit.Store.Keep(asked with { Wrong = asked.Wrong + 1, LockedUntil = null });
            return new Proof.Wrong(Tries - asked.Wrong - 1);
        }
        await visit.Store.Keep(asked with { Person = null, Hash = null, Wrong = 0, LockedUntil = visit.Now + Lock });
        return new Proof.Locked(visit.Now + Lock);
    }, stop);

    private static bool IsRight(LinkCodeRow asked, string code, Instant now) =>
        asked is { Hash: { } hash, Person: not null } && now - asked.AskedAt <= Lifetime
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(Hash(asked.Who, DigitsOf(code))));

    private static Person? PersonAt(string address, ChatIdentity who, Directory directory)
    {
        var person = (Person?)directory.ByEmail(address)
            ?? directory.Engineers.FirstOrDefault(engineer => string.Equals(engineer.Email, address, StringComparison.OrdinalIgnoreCase));
        return person is null ? null : directory.Believed(person.Id, who.Service, who.Realm);
    }

    /// <summary>Bound to the account that asked: somebody else's code is of no use.</summary>
    private static string Hash(ChatIdentity who, string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{who.Service}/{who.Realm}/{who.User}/{code}")));

    private static string DigitsOf(string code) => string.Concat(code.Where(char.IsAsciiDigit));
}
