using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Tests.Dialogs;

public sealed class AfterDeclaringTests
{
    private const string Now = "2026-11-23T10:05:00+01:00";

    [Fact]
    public async Task A_premium_P1_is_told_which_number_to_call_and_that_the_clock_starts_with_the_call()
    {
        await using var desk = await DialogDesk.At(Now);
        var claire = desk.Meets("claire.morel");
        await claire.DeclaresByForm(("tenantId", "7f3a0c1e5b9d4e2f8a6b1c0d9e8f7a6b"));
        claire.Hears("Appelez dès maintenant le +33199000000", "commence avec votre appel", "lundi 23 novembre 2026 à 14:05");
        (await claire.Says("pourquoi ?")).Hears("le contrat compte à partir de l'appel");
        await desk.Does("nadia.benali", "INC-000001", new RecordCall(null));
        (await claire.Says("pourquoi ?")).Hears("24 h/24", "11:05");
    }

    [Theory]
    [InlineData("pourquoi ?")]
    [InlineData("why?")]
    [InlineData("Pourquoi cette échéance ?")]
    [InlineData("expliquer INC-1")]
    public async Task The_deadline_is_explained_on_demand(string why)
    {
        await using var desk = await DialogDesk.At("2026-12-24T17:30:00+01:00");
        var paul = desk.Meets("paul.renard");
        await paul.DeclaresByForm();
        paul.Hears("au plus tard le lundi 28 décembre 2026 à 11:30");
        (await paul.Says(why)).Hears("première réponse sous 4 h", "de 17:30 à 19:00 : 90 min", "Noël", "Échéance le lundi 28 décembre 2026 à 11:30");
    }

    [Fact]
    public async Task After_a_change_of_priority_the_explanation_is_that_of_the_deadline_now()
    {
        await using var desk = await DialogDesk.At("2026-11-30T09:30:00+01:00");
        var paul = desk.Meets("paul.renard");
        await paul.DeclaresByForm(("requestedPriority", "P3"));
        paul.Hears("Best effort");
        (await paul.Says("why")).Hears("best effort");
        desk.ItIs("2026-11-30T17:00:00+01:00");
        await desk.Does("nadia.benali", "INC-000001", new Requalify(Desk.Contracts.Priority.P1, "Tout est arrêté."));
        (await paul.Says("why")).Hears("La priorité a changé", "mardi 1er décembre 2026, de 09:00 à 11:00");
    }

    [Fact]
    public async Task Best_effort_is_said_honestly()
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = desk.Meets("paul.renard");
        await paul.DeclaresByForm(("requestedPriority", "P3"));
        paul.Hears("le contrat ne fixe pas d'échéance", "notre matrice suggère P1");
    }

    [Fact]
    public async Task A_reply_to_a_closed_ticket_is_offered_as_what_follows_it()
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = desk.Meets("paul.renard");
        await paul.Declares();
        await desk.Does("nadia.benali", "INC-000001", new MarkOutOfScope("Concerne votre application."));
        (await paul.Says("répondre INC-1 cela recommence depuis 10 minutes sur toutes nos machines")).Hears("INC-000001 a été clos le", "[Déclarer la suite]");
        (await paul.Clicks("Déclarer la suite")).Hears("Déclarons la suite de INC-000001", "Date/heure de début constatée – lundi 23 novembre 2026 à 09:55", "Question 1");
        await paul.Answers("interrompu", "les commandes sont arrêtées", "tous", "non", "P2", Stories.Uuid, "redémarrage par l'API", "oui", "déclarer");
        paul.Hears("INC-000002 est déclaré", "Il fait suite à INC-000001");
        var next = await desk.Ticket("INC-000002");
        Assert.Equal(("INC-000001", "compute", "fr1"), (next.FollowsUp, next.Declaration.Service, next.Declaration.Region));
    }

    [Fact]
    public async Task What_is_not_closed_is_not_followed()
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = desk.Meets("paul.renard");
        await paul.Declares();
        (await paul.ClicksId("follow:INC-000001:1")).Hears("INC-000001 n'est pas clos", "<INC-000001>");
        (await paul.ClicksId("follow:INC-000009")).Hears("Aucun ticket INC-000009");
    }

    [Fact]
    public async Task Who_has_left_is_told_neutrally_and_nothing_happens()
    {
        await using var desk = await DialogDesk.At(Now);
        var luc = desk.Meets("luc.parti");
        foreach (var words in new[] { "déclarer", "tickets", "nos VM de fr1 sont injoignables depuis 9h40, toute la prod" })
            (await luc.Says(words)).Hears("administrateur du compte");
        (await luc.ClicksId("form")).Hears("administrateur du compte");
        Assert.Null(await desk.Row(luc.Conversation));
    }

    [Fact]
    public async Task The_timeline_tells_who_did_what_and_when()
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = desk.Meets("paul.renard");
        await paul.Declares();
        desk.ItIs("2026-11-23T10:40:00+01:00");
        await desk.Does("nadia.benali", "INC-000001", new Acknowledge("Nous regardons."));
        await desk.Does("nadia.benali", "INC-000001", new Note("hyperviseur 12 suspect"));
        await desk.Does("nadia.benali", "INC-000001", new Hold("Depuis quelle instance ?"));
        (await paul.Says("chronologie INC-1"))
            .Hears("lundi 23 novembre 2026 à 10:40, Nadia Benali : prise en charge : Nous regardons.", "mise en attente, avec une question : Depuis quelle instance ?")
            .DoesNotHear("hyperviseur");
        Assert.Equal(Status.OnHold, (await desk.Ticket("INC-000001")).Status);
    }
}
