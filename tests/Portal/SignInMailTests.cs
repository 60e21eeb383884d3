using ChatSupport.Bot.Portal;
using ChatSupport.Bot.Portal.SignIn;
using ChatSupport.Desk.Storage;
using NodaTime;

namespace ChatSupport.Tests.Portal;

public sealed class SignInMailTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Claire.Morel@Borealis.example", "claire.morel")]
    [InlineData("sylvie.roux@desk.example", "sylvie.roux")]
    [InlineData("nobody@nowhere.example", null)]
    public async Task Only_a_registered_address_is_written_to(string address, string? person)
    {
        await using var portal = await SmallPortal.Open();
        await portal.Links.Ask(address, "/portal/tickets");

        Assert.Equal(person, (await Outbox(portal)).SingleOrDefault()?.Recipient);
    }

    [Fact]
    public async Task The_link_is_made_when_the_mail_leaves_and_leads_to_the_configured_address()
    {
        await using var portal = await SmallPortal.Open();
        await portal.Links.Ask("claire.morel@borealis.example", "/portal/tickets");
        var row = Assert.Single(await Outbox(portal));
        var mail = (await portal.Mail.Compose(row))!;

        var text = mail.TextBody!;
        var secret = text.Split("https://desk.example/portal/sign-in/")[1].Split('?')[0];
        Assert.Equal(43, secret.Length);
        Assert.Contains("?to=%2Fportal%2Ftickets", text);
        Assert.Contains("15 min", text);
        Assert.Equal(SignInMail.Notice, row.Notice);
        Assert.Equal("claire.morel", (await portal.Links.Use(new Secret(secret)))?.Id);
    }

    [Fact]
    public async Task The_store_holds_no_secret()
    {
        await using var portal = await SmallPortal.Open();
        var claire = await portal.Enters("claire.morel");
        var secret = await portal.Links.Issue(portal.Directory.Current.Person("claire.morel")!);

        Assert.Null(await portal.Store.Read(reader => reader.FindLink(secret.Text, Instant.MinValue), Stop));
        Assert.Null(await portal.Store.Read(reader => reader.FindSignIn(claire.Request.Cookies["portal"]!), Stop));
        Assert.Equal("claire.morel", await portal.Store.Read(reader => reader.FindLink(secret.Hash, Instant.MinValue), Stop));
    }

    [Fact]
    public async Task A_link_works_for_fifteen_minutes()
    {
        await using var portal = await SmallPortal.Open();
        var person = portal.Directory.Current.Person("claire.morel")!;
        var (early, late) = (await portal.Links.Issue(person), await portal.Links.Issue(person));

        portal.Time.Advance(TimeSpan.FromMinutes(14.9));
        Assert.NotNull(await portal.Links.Use(early));
        portal.Time.Advance(TimeSpan.FromMinutes(0.1));
        Assert.Null(await portal.Links.Find(late));
        Assert.Null(await portal.Links.Use(late));
    }

    private static async Task<IReadOnlyList<OutboxRow>> Outbox(SmallPortal portal)
    {
        var now = Instant.FromDateTimeOffset(portal.Time.GetUtcNow());
        var claimed = await portal.Store.Write(session => session.ClaimMessages(now, now + Duration.FromMinutes(1), _ => 10), Stop);
        return [.. claimed.Select(message => message.Message)];
    }
}
