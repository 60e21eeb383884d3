using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using ChatSupport.Desk.Tickets.Publishing;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Acts;

/// <summary>A supervisor lets all clients know of an incident, in words written for them, and others follow it (E59).</summary>
public sealed class PublishTests : IAsyncLifetime
{
    private static readonly Publish InOtherWords = new("Réseau de fr1 coupé", "Nous y travaillons, retour prévu avant midi.");

    private BareDesk desk = null!;
    private Ticket ticket = null!;

    public async ValueTask InitializeAsync()
    {
        desk = await BareDesk.At("2026-11-30T10:00");
        ticket = await desk.Declares("paul.renard", ("service", "network"), ("region", "fr1"));
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task What_is_published_is_the_supervisors_words_and_where_to_recognise_it()
    {
        await desk.Does(ticket, InOtherWords, "sylvie.roux");
        var known = Assert.Single(await Known());
        Assert.Equal(("Réseau de fr1 coupé", "Nous y travaillons, retour prévu avant midi.", "network", "fr1"), (known.Title, known.Sentence, known.Service, known.Region));
    }

    [Fact]
    public async Task Only_a_supervisor_publishes()
    {
        Assert.Equal("Refusals.OnlySupervisors", (await desk.IsRefused(ticket, InOtherWords, "nadia.benali")).Why.Key);
        Assert.Equal("Refusals.WhilePublished", (await desk.IsRefused(ticket, new Unpublish(), "sylvie.roux")).Why.Key);
        Assert.Empty(await Known());
    }

    [Theory]
    [InlineData("Réseau coupé chez Méridien Logistique", "Nous y travaillons.", "comment")]
    [InlineData("Réseau coupé", "Comme le dit MERIDIEN LOGISTIQUE, tout est coupé.", "comment")]
    [InlineData("Réseau coupé", "On nous écrit : toutes les instances de fr1 sont injoignables", "comment")]
    [InlineData("Net", "Nous y travaillons.", "title")]
    [InlineData("Réseau\ncoupé", "Nous y travaillons.", "title")]
    [InlineData("Réseau coupé", " ", "comment")]
    public async Task Words_that_would_show_whose_it_is_or_that_are_none_are_sent_back(string title, string sentence, string field)
    {
        Assert.Equal(field, Assert.Single((await desk.IsRefused(ticket, new Publish(title, sentence), "sylvie.roux")).Fields).Key);
        Assert.Empty(await Known());
    }

    [Fact]
    public async Task A_service_or_region_that_does_not_exist_is_sent_back() => Assert.Equal(
        "region", Assert.Single((await desk.IsRefused(ticket, InOtherWords with { Region = "mars" }, "sylvie.roux")).Fields).Key);

    [Fact]
    public async Task Better_words_replace_the_first_and_keep_who_follows()
    {
        await desk.Does(ticket, InOtherWords, "sylvie.roux");
        Assert.True(await Follows("claire.morel"));
        await desk.Does(ticket, new Publish("Réseau de fr1 dégradé", "La moitié est revenue.", Region: "all"), "sylvie.roux");
        Assert.Equal(("Réseau de fr1 dégradé", "all"), (Assert.Single(await Known()).Title, Assert.Single(await Known()).Region));
        Assert.True((await desk.Sees(ticket)).Publication!.IsFollowedBy("claire.morel"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_ends_with_the_incident_or_when_it_is_withdrawn(bool resolved)
    {
        await desk.Does(ticket, InOtherWords, "sylvie.roux");
        if (resolved)
            await desk.Does(await desk.Does(ticket, new Acknowledge(null), "nadia.benali"), new Resolve(Fix.Production, null), "nadia.benali");
        else
            await desk.Does(ticket, new Unpublish(), "sylvie.roux");
        Assert.Empty(await Known());
        Assert.Equal(new Unpublished("Réseau de fr1 coupé", resolved), (await desk.Timeline(ticket))[^1].What);
        Assert.False(await Follows("claire.morel"));
    }

    [Fact]
    public async Task A_contested_resolution_may_be_published_anew_and_begins_without_followers()
    {
        await desk.Does(ticket, InOtherWords, "sylvie.roux");
        await Follows("claire.morel");
        await desk.Does(await desk.Does(ticket, new Acknowledge(null), "nadia.benali"), new Resolve(Fix.Production, null), "nadia.benali");
        await desk.Does(ticket, new Contest("Toujours coupé."), "paul.renard");
        await desk.Does(ticket, InOtherWords, "sylvie.roux");
        Assert.False((await desk.Sees(ticket)).Publication!.IsFollowedBy("claire.morel"));
    }

    [Fact]
    public async Task Who_follows_is_noted_once_and_for_the_desk_only()
    {
        await desk.Does(ticket, InOtherWords, "sylvie.roux");
        Assert.True(await Follows("claire.morel"));
        Assert.True(await Follows("claire.morel"));
        Assert.Single((await desk.Timeline(ticket)).Select(happening => happening.What).OfType<Followed>());
        Assert.Equal([1], (await desk.Timeline(ticket, "paul.renard")).Select(happening => happening.Seq));
        Assert.Null(await desk.Finds(ticket.Reference, "claire.morel"));
    }

    [Fact]
    public async Task A_ticket_of_another_client_follows_it_with_the_published_words_alone_and_keeps_its_clock()
    {
        await desk.Does(ticket, InOtherWords, "sylvie.roux");
        var child = await desk.Declares("claire.morel");
        var linked = Assert.IsType<Answer.Accepted>(await Links(child)).Ticket;
        Assert.Equal((child.Clock, child.Status), (linked.Clock, linked.Status));
        Assert.Equal(new Linked("Réseau de fr1 coupé", "Nous y travaillons, retour prévu avant midi."), (await desk.Timeline(child, "claire.morel"))[^1].What);
        Assert.Equal(child.Reference, (await desk.Sees(ticket)).Publication!.TicketOf("claire.morel"));
        Assert.Equal("Refusals.LinkedAlready", Assert.IsType<Answer.Refused>(await Links(child)).Refusal.Why.Key);
    }

    [Fact]
    public async Task Nothing_follows_what_is_not_published()
    {
        var child = await desk.Declares("claire.morel");
        Assert.Equal("Refusals.NotPublished", Assert.IsType<Answer.Refused>(await Links(child)).Refusal.Why.Key);
        Assert.Equal("Refusals.Unknown", Assert.IsType<Answer.Refused>(
            await desk.Receives(visit => visit.Link(child.Reference, ticket.Reference, desk.Person("claire.morel"), Door.Api))).Refusal.Why.Key);
    }

    private Task<Answer> Links(Ticket child) => desk.Receives(visit => visit.Link(child.Reference, ticket.Reference, desk.Person("sylvie.roux"), Door.Desk));

    private async Task<bool> Follows(string contact)
    {
        var known = (await Known()).Select(known => known.Id).DefaultIfEmpty(1).First();
        return await desk.Receives(visit => visit.Follow(known, (Contact)desk.Person(contact).Person!, Door.Web));
    }

    private Task<List<PublishedRow>> Known() => desk.Store.Read(reader => reader.PublishedIncidents());
}
