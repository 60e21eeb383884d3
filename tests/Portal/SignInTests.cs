using System.Net;
using ChatSupport.Bot.Portal.SignIn;
using ChatSupport.Desk.Storage;
using ChatSupport.Tests.Driver;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ChatSupport.Tests.Portal;

public sealed class SignInTests : IAsyncLifetime
{
    private RunningDesk desk = null!;

    public async ValueTask InitializeAsync() => desk = await RunningDesk.At("2026-11-24T10:12:00+01:00");

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task Looking_at_a_link_does_not_use_it_and_pressing_its_button_does()
    {
        using var scanner = new PortalVisitor(desk);
        using var claire = new PortalVisitor(desk);
        var link = await PortalVisitor.LinkFor(desk, "claire.morel");

        await scanner.Sees(link);
        await scanner.Sees(link);
        var form = PortalVisitor.HiddenIn(PortalVisitor.FormOf(await claire.Sees(link), link));
        Assert.Equal("/portal", (await claire.Posts(link, form)).Headers.Location?.ToString());

        Assert.Contains("Claire Morel", await claire.Sees("/portal/help"));
        Assert.Equal(HttpStatusCode.Gone, (await scanner.Gets(link)).StatusCode);
    }

    [Fact]
    public async Task A_link_is_good_for_one_of_two_who_press_at_once()
    {
        var link = await PortalVisitor.LinkFor(desk, "claire.morel");
        using var one = new PortalVisitor(desk);
        using var other = new PortalVisitor(desk);
        var forms = new[] { PortalVisitor.HiddenIn(await one.Sees(link)), PortalVisitor.HiddenIn(await other.Sees(link)) };

        var answers = await Task.WhenAll(one.Posts(link, forms[0]), other.Posts(link, forms[1]));

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Gone], answers.Select(answer => answer.StatusCode).Order());
    }

    [Fact]
    public async Task A_link_that_is_forged_or_has_expired_opens_nothing()
    {
        var expired = new string('e', 43);
        var past = SystemClockNow() - SignInLinks.Lifetime;
        await desk.Services.GetRequiredService<Store>().Write(async session =>
        {
            await session.AddLink(new Bot.Portal.Secret(expired).Hash, "claire.morel", past);
            return past;
        }, TestContext.Current.CancellationToken);
        using var visitor = new PortalVisitor(desk);
        var form = PortalVisitor.HiddenIn(await visitor.Sees("/portal/sign-in"));

        foreach (var secret in new[] { expired, new string('f', 43), "x" })
        {
            await visitor.Sees($"/portal/sign-in/{secret}", HttpStatusCode.Gone);
            Assert.Equal(HttpStatusCode.Gone, (await visitor.Posts($"/portal/sign-in/{secret}", form)).StatusCode);
        }
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Gets("/portal")).StatusCode);
    }

    [Theory]
    [InlineData("claire.morel@borealis.example")]
    [InlineData("tom.lefevre@desk.example")]
    [InlineData("nobody@nowhere.example")]
    [InlineData("not an address")]
    public async Task Whoever_asks_for_a_link_gets_the_same_answer(string address)
    {
        using var visitor = new PortalVisitor(desk);
        var answer = await visitor.Sends("/portal/sign-in", "/portal/sign-in", ("address", address));

        Assert.Equal("/portal/sign-in/sent", answer.Headers.Location?.ToString());
        Assert.Equal(0, answer.Content.Headers.ContentLength);
        Assert.DoesNotContain(address, await visitor.Sees("/portal/sign-in/sent"));
    }

    [Theory]
    [InlineData("claire.morel@borealis.example")]
    [InlineData("nobody@nowhere.example")]
    public async Task The_sixth_request_for_one_address_has_to_wait_known_or_not(string address)
    {
        using var visitor = new PortalVisitor(desk);
        for (var request = 1; request <= 5; request++)
            Assert.Equal(HttpStatusCode.Redirect, (await visitor.Sends("/portal/sign-in", "/portal/sign-in", ("address", address))).StatusCode);

        var sixth = await visitor.Sends("/portal/sign-in", "/portal/sign-in", ("address", address.ToUpperInvariant()));

        Assert.Contains("Attendez un quart d’heure", await PortalVisitor.Text(sixth, HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task One_client_cannot_ask_for_many_addresses()
    {
        await using var strict = await RunningDesk.At("2026-11-24T10:12:00+01:00", "--Limits:SignInLinks=30");
        using var visitor = new PortalVisitor(strict);
        var answers = new List<HttpStatusCode>();
        for (var n = 0; n < 31; n++)
            answers.Add((await visitor.Sends("/portal/sign-in", "/portal/sign-in", ("address", $"someone{n}@nowhere.example"))).StatusCode);

        Assert.All(answers[..30], status => Assert.Equal(HttpStatusCode.Redirect, status));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[30]);
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_of_other_sites()
    {
        using var visitor = new PortalVisitor(desk);
        var link = await PortalVisitor.LinkFor(desk, "claire.morel");
        var cookie = Assert.Single((await visitor.Sends(link, link)).Headers.GetValues("Set-Cookie"), value => value.StartsWith("portal=", StringComparison.Ordinal));

        Assert.Equal(["max-age=604800", "path=/", "samesite=lax", "httponly"], cookie.Split("; ")[1..].Where(part => !part.StartsWith("expires", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Over_TLS_the_cookies_are_bound_to_the_host()
    {
        await using var secure = await RunningDesk.At("2026-11-24T10:12:00+01:00", "--Public:BaseUrl=https://desk.example");
        using var visitor = new PortalVisitor(secure);
        var link = await PortalVisitor.LinkFor(secure, "claire.morel");
        var page = await visitor.Gets(link);
        var antiforgery = Assert.Single(page.Headers.GetValues("Set-Cookie"));
        // The cookie will not come back over this plain connection, so it is carried by hand.
        var form = PortalVisitor.HiddenIn(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var bare = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = secure.Http.BaseAddress };
        bare.DefaultRequestHeaders.Add("Cookie", antiforgery.Split(';')[0]);
        var entered = await bare.PostAsync(link, new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value))), TestContext.Current.CancellationToken);

        Assert.StartsWith("__Host-portal-form=", antiforgery);
        var session = Assert.Single(entered.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("__Host-portal=", StringComparison.Ordinal));
        Assert.All(new[] { antiforgery, session }, cookie => Assert.Contains("; secure", cookie));
    }

    [Fact]
    public async Task Signing_out_ends_it_for_whoever_kept_the_cookie()
    {
        using var claire = await PortalVisitor.SignedIn(desk, "claire.morel");
        var kept = claire.Cookies.GetCookies(desk.Http.BaseAddress!)["portal"]!.Value;

        Assert.Equal("/portal/sign-in", (await claire.Sends("/portal", "/portal/sign-out")).Headers.Location?.ToString());

        using var thief = new PortalVisitor(desk);
        thief.Cookies.Add(desk.Http.BaseAddress!, new Cookie("portal", kept));
        Assert.Equal("/portal/sign-in?to=%2Fportal%2Ftickets", (await thief.Gets("/portal/tickets")).Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("/portal/tickets/INC-000001?act=confirm", "/portal/tickets/INC-000001?act=confirm")]
    [InlineData("https://evil.example/portal", "/portal")]
    [InlineData("//evil.example", "/portal")]
    [InlineData("/portal\\..\\\\evil.example", "/portal")]
    [InlineData("/portalevil", "/portal")]
    [InlineData("/portal/sign-out", "/portal")]
    public async Task A_sign_in_comes_out_on_a_page_of_the_portal_and_nowhere_else(string to, string expected)
    {
        using var visitor = new PortalVisitor(desk);
        var link = await PortalVisitor.LinkFor(desk, "claire.morel");

        Assert.Equal(expected, (await visitor.Sends(link, link, ("to", to))).Headers.Location?.ToString());
    }

    private Instant SystemClockNow() => Instant.FromDateTimeOffset(desk.Services.GetRequiredService<TimeProvider>().GetUtcNow());
}
