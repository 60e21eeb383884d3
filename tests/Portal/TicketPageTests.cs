using System.Net;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Portal;

public sealed class TicketPageTests : IAsyncLifetime
{
    private RunningDesk desk = null!;
    private TicketSeen ticket = null!;

    public async ValueTask InitializeAsync()
    {
        desk = await RunningDesk.At("2026-11-24T10:12:00+01:00");
        ticket = await desk.Declares("paul.renard");
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task A_page_offers_what_its_reader_can_do_now_and_nothing_else()
    {
        using var tom = await PortalVisitor.SignedIn(desk, "tom.lefevre");
        using var paul = await PortalVisitor.SignedIn(desk, "paul.renard");

        Assert.Equal(["acknowledge", "requalify", "assign", "note", "call", "out-of-scope"], Offers(await tom.Sees(Path)));
        Assert.Empty(Offers(await paul.Sees(Path)));
        await desk.Does(ticket, "acknowledge", "tom.lefevre");
        await desk.Does(ticket, "resolve", "tom.lefevre", null, ("fix", "Production"));
        Assert.Equal(["confirm", "contest"], Offers(await paul.Sees(Path)));
    }

    [Fact]
    public async Task An_act_is_confirmed_on_a_form_of_its_own_and_then_done()
    {
        using var tom = await PortalVisitor.SignedIn(desk, "tom.lefevre");
        var done = await tom.Sends($"{Path}?act=acknowledge", $"{Path}?act=acknowledge", ("comment", "Je regarde."));

        Assert.Equal($"{Path}#happening-2", done.Headers.Location?.ToString());
        Assert.Contains("Je regarde.", await tom.Sees(Path));
        Assert.Equal("tom.lefevre", (await desk.Sees(ticket)).AcknowledgedBy);
    }

    [Fact]
    public async Task Whoever_is_second_is_told_who_was_first_and_keeps_what_they_wrote()
    {
        using var tom = await PortalVisitor.SignedIn(desk, "tom.lefevre");
        var form = PortalVisitor.HiddenIn(PortalVisitor.FormOf(await tom.Sees($"{Path}?act=out-of-scope"), $"{Path}?act=out-of-scope"));
        await desk.Does(ticket, "acknowledge", "nadia.benali", "Je m’en occupe.");

        var page = await PortalVisitor.Text(await tom.Posts($"{Path}?act=out-of-scope", [.. form, ("comment", "Pas un Service.")]));

        Assert.Contains("has changed since you saw it", page);
        Assert.Contains("Nothing was done.", page);
        Assert.Contains("Je m’en occupe.", page);
        Assert.Contains("Pas un Service.</textarea>", page);
        Assert.Equal("InProgress", (await desk.Sees(ticket)).Status);
    }

    [Fact]
    public async Task A_comment_is_never_out_of_date()
    {
        using var paul = await PortalVisitor.SignedIn(desk, "paul.renard");
        var form = PortalVisitor.HiddenIn(PortalVisitor.FormOf(await paul.Sees(Path), Path, "compose"));
        await desk.Does(ticket, "acknowledge", "nadia.benali");
        await paul.Posts(Path, [.. form, ("comment", "Une précision.")]);
        await paul.Posts(Path, [.. form, ("comment", "Une précision.")]);

        Assert.Equal(["declared", "acknowledged", "replied"], (await desk.Timeline(ticket)).Select(happening => happening.Type));
    }

    [Fact]
    public async Task The_deadline_is_explained_day_by_day()
    {
        using var paul = await PortalVisitor.SignedIn(desk, "paul.renard");
        var page = await paul.Sees(Path);

        Assert.Contains("data-left=\"14400000\"", page);
        Assert.Contains("Le mardi 24 novembre 2026, de 10:12 à 14:12", page);
        await desk.Does(ticket, "requalify", "nadia.benali", "Un contournement existe.", ("priority", "P2"));
        Assert.Contains("Le mercredi 25 novembre 2026, de 09:00 à 10:12", await paul.Sees(Path));
    }

    [Fact]
    public async Task A_premium_P1_asks_for_the_call_that_starts_its_clock()
    {
        var premium = await desk.Declares("claire.morel");
        using var claire = await PortalVisitor.SignedIn(desk, "claire.morel");

        var page = await claire.Sees($"/portal/tickets/{premium.Reference}");
        Assert.Contains("href=\"tel:&#x2B;33199000000\"", page);
        Assert.Contains("nous visons le mardi 24 novembre 2026 à 14:12", page);
    }

    [Fact]
    public async Task The_list_is_filtered_and_paged_and_finds_a_reference()
    {
        for (var n = 0; n < 26; n++)
            await desk.Declares("paul.renard", ("title", $"Incident numéro {n}"));
        using var paul = await PortalVisitor.SignedIn(desk, "paul.renard");
        var first = await paul.Sees("/portal/tickets");
        var next = WebUtility.HtmlDecode(first.Split("rel=\"next\" href=\"")[1].Split('"')[0]);

        Assert.Equal(25, first.Split("id=\"row-").Length - 1);
        Assert.Contains("INC-000001", await paul.Sees(next));
        Assert.Contains("Aucun ticket ne répond à ce filtre", await paul.Sees("/portal/tickets?status=Closed"));
        Assert.Equal("/portal/tickets/INC-000012", (await paul.Gets("/portal/tickets?find=inc%2012")).Headers.Location?.ToString());
    }

    [Fact]
    public async Task The_language_is_switched_for_good()
    {
        using var paul = await PortalVisitor.SignedIn(desk, "paul.renard");
        Assert.Contains("lang=\"fr\"", await paul.Sees(Path));
        Assert.Equal(Path, (await paul.Sends(Path, "/portal/tongue", ("tongue", "en"))).Headers.Location?.ToString());
        using var elsewhere = await PortalVisitor.SignedIn(desk, "paul.renard");

        Assert.Contains("<html lang=\"en\">", await elsewhere.Sees(Path));
        Assert.Contains("Due by Tuesday 24 November 2026 at 14:12", await elsewhere.Sees(Path));
    }

    private string Path => $"/portal/tickets/{ticket.Reference}";

    private static IEnumerable<string> Offers(string html) => html.Split("?act=")[1..].Select(rest => rest.Split('#')[0].Split('"')[0]);
}
