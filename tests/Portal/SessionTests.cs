namespace ChatSupport.Tests.Portal;

public sealed class SessionTests
{
    [Fact]
    public async Task A_visit_within_eight_hours_of_the_last_keeps_somebody_signed_in()
    {
        await using var portal = await SmallPortal.Open();
        var claire = await portal.Enters("claire.morel");

        for (var visit = 0; visit < 5; visit++)
        {
            portal.Time.Advance(TimeSpan.FromHours(7.9));
            Assert.Equal("claire.morel", (await portal.SignIn.Recognise(claire))?.Person.Id);
        }
        portal.Time.Advance(TimeSpan.FromHours(8.1));
        Assert.Null(await portal.SignIn.Recognise(claire));
    }

    [Fact]
    public async Task After_a_week_everybody_signs_in_again()
    {
        await using var portal = await SmallPortal.Open();
        var claire = await portal.Enters("claire.morel");

        for (var hours = 0; hours < 7 * 24; hours += 6)
        {
            Assert.NotNull(await portal.SignIn.Recognise(claire));
            portal.Time.Advance(TimeSpan.FromHours(6));
        }
        portal.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await portal.SignIn.Recognise(claire));
    }

    [Fact]
    public async Task A_contact_who_leaves_is_out_at_once()
    {
        await using var portal = await SmallPortal.Open();
        var yanis = await portal.Enters("yanis.haddad");
        var secret = await portal.Links.Issue(portal.Directory.Current.Person("yanis.haddad")!);

        portal.Rewrites("      - id: yanis.haddad", "      - active: false\n        id: yanis.haddad");

        Assert.Null(await portal.SignIn.Recognise(yanis));
        Assert.Null(await portal.Links.Use(secret));
    }

    [Fact]
    public async Task Nobody_else_signs_in_with_a_cookie_that_was_made_up()
    {
        await using var portal = await SmallPortal.Open();
        var claire = await portal.Enters("claire.morel");
        claire.Request.Headers.Cookie = claire.Request.Headers.Cookie.ToString()[..^1] + "-";

        Assert.Null(await portal.SignIn.Recognise(claire));
    }
}
