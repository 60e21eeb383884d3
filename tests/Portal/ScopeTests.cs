using System.Net;
using System.Text;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Portal;

public sealed class ScopeTests : IAsyncLifetime
{
    private RunningDesk desk = null!;
    private TicketSeen ticket = null!;

    public async ValueTask InitializeAsync()
    {
        desk = await RunningDesk.At("2026-11-24T10:12:00+01:00");
        ticket = await desk.Declares("claire.morel", ("title", "Panne très privée"));
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task A_colleague_sees_and_acts_on_the_ticket()
    {
        using var yanis = await PortalVisitor.SignedIn(desk, "yanis.haddad");
        Assert.Contains("Panne très privée", await yanis.Sees("/portal/tickets"));
        await yanis.Sends(Path, Path, ("comment", "Seen from my side too."));

        Assert.Equal("yanis.haddad", (await desk.Timeline(ticket))[^1].By);
    }

    [Fact]
    public async Task Another_company_finds_no_trace_of_it()
    {
        using var claire = await PortalVisitor.SignedIn(desk, "claire.morel");
        await claire.Attaches(Path, "", ("secret.log", Encoding.UTF8.GetBytes("ours")));
        using var paul = await PortalVisitor.SignedIn(desk, "paul.renard");
        var own = PortalVisitor.HiddenIn(PortalVisitor.FormOf(await paul.Sees("/portal/declare"), "/portal/declare"));

        Assert.DoesNotContain("privée", await paul.Sees("/portal/tickets?status=all"));
        Assert.DoesNotContain("privée", await paul.Sees("/portal/tickets?status=all&client=borealis"));
        Assert.DoesNotContain("privée", await paul.Sees(Path, HttpStatusCode.NotFound));
        await paul.Sees($"{Path}/files/3", HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.NotFound, (await paul.Posts(Path, [.. own, ("act", "comment"), ("comment", "x")])).StatusCode);
        Assert.Equal(3, (await desk.Timeline(ticket)).Count);
    }

    [Fact]
    public async Task What_the_desk_notes_for_itself_never_reaches_a_contact()
    {
        await desk.Does(ticket, "note", "nadia.benali", "Soupçon : le nœud 7.");
        using var claire = await PortalVisitor.SignedIn(desk, "claire.morel");
        using var tom = await PortalVisitor.SignedIn(desk, "tom.lefevre");

        Assert.DoesNotContain("nœud 7", await claire.Sees(Path));
        Assert.DoesNotContain("act=note", await claire.Sees(Path));
        Assert.Contains("nœud 7", await tom.Sees(Path));
    }

    [Fact]
    public async Task A_contact_who_forges_an_engineers_act_is_refused()
    {
        using var claire = await PortalVisitor.SignedIn(desk, "claire.morel");
        var response = await claire.Sends(Path, Path, ("act", "out-of-scope"), ("version", "1"), ("comment", "x"));

        Assert.Contains("Seule l’équipe support", await PortalVisitor.Text(response));
        Assert.Equal("Open", (await desk.Sees(ticket)).Status);
    }

    private string Path => $"/portal/tickets/{ticket.Reference}";
}
