using System.Net;
using ChatSupport.Tests.Driver;
using ChatSupport.Tests.Portal;

namespace ChatSupport.Tests.Playground;

public sealed class SeatTests
{
    [Fact]
    public async Task Two_people_sit_side_by_side_in_one_browser_and_neither_is_the_other()
    {
        await using var desk = await RunningDesk.At("2026-11-24T10:12:00+01:00");
        await desk.Declares("paul.renard");
        using var browser = new PortalVisitor(desk);
        await SitDown(browser, "paul.renard", "/portal/tickets/INC-000001");
        await SitDown(browser, "nadia.benali", "/portal/tickets/INC-000001");

        var (paul, nadia) = (await browser.Sees("/as/paul.renard/portal/tickets/INC-000001"), await browser.Sees("/as/nadia.benali/portal/tickets/INC-000001"));
        Assert.Contains("Paul Renard", NameOn(paul), StringComparison.Ordinal);
        Assert.Contains("Nadia Benali", NameOn(nadia), StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/portal/tickets", paul, StringComparison.Ordinal);
        Assert.Equal("/portal/sign-in?to=%2Fportal", (await browser.Gets("/portal")).Headers.Location?.ToString());
    }

    [Fact]
    public async Task What_is_done_at_a_seat_is_done_by_who_sits_there_and_stays_there()
    {
        await using var desk = await RunningDesk.At("2026-11-24T10:12:00+01:00");
        var ticket = await desk.Declares("paul.renard");
        using var browser = new PortalVisitor(desk);
        await SitDown(browser, "paul.renard", "/portal");
        await SitDown(browser, "nadia.benali", "/portal");

        var done = await browser.Sends(
            $"/as/nadia.benali/portal/tickets/{ticket.Reference}?act=acknowledge", $"/as/nadia.benali/portal/tickets/{ticket.Reference}?act=acknowledge", ("comment", "Je regarde."));

        Assert.StartsWith($"/as/nadia.benali/portal/tickets/{ticket.Reference}#", done.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Equal("nadia.benali", (await desk.Sees(ticket)).AcknowledgedBy);
    }

    [Fact]
    public async Task A_form_of_one_seat_is_worth_nothing_at_another()
    {
        await using var desk = await RunningDesk.At("2026-11-24T10:12:00+01:00");
        using var browser = new PortalVisitor(desk);
        await SitDown(browser, "paul.renard", "/portal");
        await SitDown(browser, "claire.morel", "/portal");
        var form = PortalVisitor.FormOf(await browser.Sees("/as/paul.renard/portal"), "/as/paul.renard/portal", "composer");

        var answer = await browser.Posts("/as/claire.morel/portal", [.. PortalVisitor.HiddenIn(form), ("text", "bonjour")]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task The_page_brings_what_the_forms_of_all_seats_are_checked_by_so_that_none_takes_it_from_another()
    {
        await using var desk = await RunningDesk.At("2026-11-24T10:12:00+01:00");
        using var browser = new PortalVisitor(desk);
        await browser.Sees("/");
        var brought = browser.Cookies.GetAllCookies().Single(cookie => cookie.Name == "portal-form").Value;
        await SitDown(browser, "paul.renard", "/portal");
        await browser.Sees("/as/paul.renard/portal");

        Assert.Equal(brought, browser.Cookies.GetAllCookies().Single(cookie => cookie.Name == "portal-form").Value);
    }

    [Theory]
    [InlineData("/as/nobody", HttpStatusCode.NotFound)]
    [InlineData("/as/", HttpStatusCode.NotFound)]
    [InlineData("/as//portal", HttpStatusCode.Redirect)]
    [InlineData("/as/nobody/portal", HttpStatusCode.Redirect)]
    [InlineData("/as/paul.renard/api/tickets", HttpStatusCode.NotFound)]
    public async Task Nobody_sits_where_there_is_no_seat(string path, HttpStatusCode status)
    {
        await using var desk = await RunningDesk.At("2026-11-24T10:12:00+01:00");
        using var browser = new PortalVisitor(desk);
        Assert.Equal(status, (await browser.Gets(path)).StatusCode);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example/portal")]
    [InlineData("/portal/../demo/clock")]
    public async Task A_seat_leads_to_the_portal_and_nowhere_else(string to)
    {
        await using var desk = await RunningDesk.At("2026-11-24T10:12:00+01:00");
        using var browser = new PortalVisitor(desk);
        var location = (await browser.Gets($"/as/paul.renard?to={Uri.EscapeDataString(to)}")).Headers.Location!.ToString();
        Assert.StartsWith("/as/paul.renard/portal", location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_the_demo_there_are_no_seats()
    {
        await using var desk = await RealDesk.Start();
        Assert.Equal(404, (await desk.Asks(HttpMethod.Get, "/as/paul.renard/portal")).Status);
    }

    private static async Task SitDown(PortalVisitor browser, string person, string to) =>
        Assert.Equal($"/as/{person}{to}", (await browser.Gets($"/as/{person}?to={Uri.EscapeDataString(to)}")).Headers.Location?.ToString());

    private static string NameOn(string page) => page[page.IndexOf("class=\"me\"", StringComparison.Ordinal)..];
}
