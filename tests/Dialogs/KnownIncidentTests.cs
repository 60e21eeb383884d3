using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Tickets.Publishing;

namespace ChatSupport.Tests.Dialogs;

/// <summary>A published incident is offered before a new ticket is made, to contacts of any client, and nothing of the other client with it.</summary>
public sealed class KnownIncidentTests : IAsyncLifetime
{
    private DialogDesk desk = null!;
    private string reference = "";

    public async ValueTask InitializeAsync()
    {
        desk = await DialogDesk.At("2026-11-23T10:05:00+01:00");
        reference = await desk.Meets("paul.renard").Declares();
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task A_supervisor_publishes_in_a_conversation_asked_for_a_title_and_a_sentence()
    {
        var sylvie = desk.Meets("sylvie.roux");
        (await sylvie.Says($"publier {reference}")).Hears("Sous quel titre");
        (await sylvie.Says("fr1")).Hears("Sous quel titre");
        (await sylvie.Says("Instances de fr1 injoignables")).Hears("Que doivent lire tous les clients");
        (await sylvie.Says("Notre client Méridien Logistique n'a plus rien.")).Hears("on y reconnaît Méridien Logistique");
        (await sylvie.Says("Un équipement réseau est en panne ; retour prévu vers midi.")).Hears($"{reference} est publié avec vos mots");
        Assert.Equal(
            new Published("Instances de fr1 injoignables", "Un équipement réseau est en panne ; retour prévu vers midi.", "compute", "fr1"),
            (await desk.Timeline(reference))[^1].What);
        (await sylvie.Says($"retirer la publication {reference}")).Hears("n'est plus publié");
    }

    [Fact]
    public async Task Or_in_one_go_and_an_engineer_cannot()
    {
        (await desk.Meets("sylvie.roux").Says($"publish {reference} Instances in fr1 unreachable\nA switch has failed.")).Hears("est publié");
        (await desk.Meets("tom.lefevre").Says($"publish {reference} Something else\nSomething else.")).DoesNotHear("is published");
        Assert.Equal("Instances in fr1 unreachable", (await desk.Ticket(reference)).Publication!.Title);
    }

    [Fact]
    public async Task Another_company_is_offered_it_follows_it_and_needs_no_ticket()
    {
        await Publishes();
        var claire = desk.Meets("claire.morel");
        (await claire.Says("nos VM de fr1 sont injoignables depuis 9h40, toute la prod"))
            .Hears("Déjà connu : Panne de calcul en cours – Nous y travaillons.", "[Suivre « Panne de calcul en cours »]", "[Déclarer quand même]");
        NothingLeaksTo(claire);
        (await claire.Clicks("Suivre « Panne de calcul en cours »")).Hears("Vous suivez « Panne de calcul en cours »");
        NothingLeaksTo(claire);
        Assert.Single(await desk.Tickets());
        Assert.Equal(new Followed("claire.morel", null), (await desk.Timeline(reference))[^1].What);
    }

    [Fact]
    public async Task Or_declares_its_own_all_the_same_in_English()
    {
        await Publishes();
        var ines = desk.Meets("ines.costa");
        (await ines.Says("our VMs in fr1 are unreachable since 9:40, all of production")).Hears("Already known: Panne de calcul en cours", "[Follow “Panne de calcul en cours”]");
        NothingLeaksTo(ines);
        (await ines.Clicks("Declare anyway")).Hears("Question 1").DoesNotHear("Already known");
    }

    [Fact]
    public async Task The_company_s_own_ticket_is_not_offered_twice()
    {
        await Publishes();
        (await desk.Meets("grace.hill").Says("les VM de fr1 sont toutes injoignables depuis 9h, en prod")).Hears($"[Add it to {reference}]").DoesNotHear("Already known");
    }

    [Theory]
    [InlineData("nos VM de fr2 sont injoignables depuis 9h40, toute la prod")]
    [InlineData("le réseau de fr1 est coupé depuis 9h, en prod")]
    public async Task Another_place_or_Service_is_not_it(string words)
    {
        await Publishes();
        (await desk.Meets("claire.morel").Says(words)).DoesNotHear("Déjà connu");
    }

    [Fact]
    public async Task What_is_not_published_is_not_offered_and_what_ended_is_not_followed()
    {
        await Publishes();
        var claire = desk.Meets("claire.morel");
        await claire.Says("nos VM de fr1 sont injoignables depuis 9h40, toute la prod");
        await desk.Does("sylvie.roux", reference, new Unpublish());
        (await claire.Clicks("Suivre « Panne de calcul en cours »")).Hears("vient de se terminer", "Question 1");
        (await desk.Meets("ines.costa").Says("our VMs in fr1 are unreachable since 9:40, all of production")).DoesNotHear("Already known");
    }

    private Task<Answer> Publishes() => desk.Does("sylvie.roux", reference, new Publish("Panne de calcul en cours", "Nous y travaillons."));

    private void NothingLeaksTo(Speaker other) => other.DoesNotHear(reference, "Méridien", "Paul", "Renard", "nos VM de fr1 sont injoignables depuis 9h40, toute");
}
