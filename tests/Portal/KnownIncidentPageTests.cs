using System.Net;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Portal;

/// <summary>What a supervisor publishes on a ticket's page, other companies read and follow where they would declare.</summary>
public sealed class KnownIncidentPageTests : IAsyncLifetime
{
    private const string Declare = "/portal/declare";
    private RunningDesk desk = null!;
    private TicketSeen ticket = null!;

    public async ValueTask InitializeAsync()
    {
        desk = await RunningDesk.At("2026-11-24T10:12:00+01:00");
        ticket = await desk.Declares("claire.morel", ("title", "Panne très privée"));
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task From_the_ticket_s_page_to_the_declaration_of_somebody_else()
    {
        var page = $"/portal/tickets/{ticket.Reference}";
        using var sylvie = await PortalVisitor.SignedIn(desk, "sylvie.roux");
        Assert.Equal(HttpStatusCode.Redirect, (await sylvie.Sends(
            $"{page}?act=publish", $"{page}?act=publish", ("title", "Panne de calcul"), ("comment", "Retour prévu à midi."))).StatusCode);
        Assert.Contains("Sylvie Roux l’a publié pour tous les clients : Panne de calcul", await sylvie.Sees(page));

        using var paul = await PortalVisitor.SignedIn(desk, "paul.renard");
        var before = await paul.Sees(Declare);
        Assert.Contains("Panne de calcul", before);
        Assert.Contains("Retour prévu à midi.", before);
        await paul.Sends(Declare, "/portal/known/1/follow");
        var after = await paul.Sees(Declare);
        Assert.Contains("Vous le suivez", after);
        foreach (var seen in new[] { before, after })
            Assert.All([ticket.Reference, "privée", "Borealis", "Claire"], secret => Assert.DoesNotContain(secret, seen));
        Assert.Equal("followed", (await desk.Timeline(ticket))[^1].Type);
        using var claire = await PortalVisitor.SignedIn(desk, "claire.morel");
        Assert.DoesNotContain("Paul", await claire.Sees(page));
    }

    [Fact]
    public async Task Neither_an_engineer_nor_a_contact_is_offered_to_publish()
    {
        foreach (var who in new[] { "nadia.benali", "claire.morel" })
        {
            using var visitor = await PortalVisitor.SignedIn(desk, who);
            Assert.DoesNotContain("act=publish", await visitor.Sees($"/portal/tickets/{ticket.Reference}"));
        }
    }

    [Fact]
    public async Task Over_the_API_too_by_supervisors_only_and_unseen_by_the_keys_of_clients()
    {
        var theirs = await desk.Declares("paul.renard");
        Assert.Equal(409, (await desk.IsRefused(theirs, "publish", "nadia.benali", "Retour à midi.", ("title", "Panne de calcul"))).Status);
        Assert.Equal(422, (await desk.IsRefused(theirs, "publish", "sylvie.roux", "Retour à midi.", ("title", "Panne chez Méridien Logistique"))).Status);
        await desk.Does(theirs, "publish", "sylvie.roux", "Retour à midi.", ("title", "Panne de calcul"), ("region", "all"));
        var seen = await desk.Asks(HttpMethod.Get, $"/api/tickets/{theirs.Reference}/timeline", null, ("Authorization", $"Bearer {RunningDesk.ClientKey}"));
        Assert.DoesNotContain("Panne de calcul", seen.Text);
        var alike = await desk.Declares("claire.morel");
        Assert.Equal(422, (await desk.IsRefused(alike, "link", "sylvie.roux")).Status);
        Assert.Equal(404, (await desk.IsRefused(alike, "link", "claire.morel", null, ("incident", theirs.Reference))).Status);
        await desk.Does(alike, "link", "sylvie.roux", null, ("incident", theirs.Reference));
        Assert.Equal("linked", (await desk.Timeline(alike))[^1].Type);
        await desk.Does(theirs, "unpublish", "sylvie.roux");
        Assert.Equal("unpublished", (await desk.Timeline(theirs))[^1].Type);
    }
}
