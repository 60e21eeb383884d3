using ChatSupport.Bot.Dialogs;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Tests.Dialogs;

public sealed class ContactTests
{
    private const string Now = "2026-11-23T10:05:00+01:00";

    [Theory]
    [InlineData("paul.renard", "mes tickets", "Les tickets ouverts de Méridien Logistique", "INC-000001 – Ouvert – nos VM")]
    [InlineData("paul.renard", "My Tickets please", "Les tickets ouverts de Méridien Logistique", "INC-000001 – Ouvert – nos VM")]
    [InlineData("grace.hill", "tickets", "The open tickets of Méridien Logistique", "INC-000001 – Open – nos VM")]
    [InlineData("grace.hill", "Bonjour, où en sont mes tickets ?", "The open tickets of Méridien Logistique", "INC-000001 – Open – nos VM")]
    public async Task A_contact_sees_all_of_the_company_s_open_tickets(string who, string says, string heading, string line)
    {
        await using var desk = await DialogDesk.At(Now);
        await desk.Meets("paul.renard").Declares();
        (await desk.Meets(who).Says(says)).Hears(heading, line);
        (await desk.Meets("claire.morel").Says("tickets")).Hears("Borealis Énergie n'a aucun ticket ouvert").DoesNotHear("INC-000001");
    }

    [Fact]
    public async Task The_list_of_all_goes_on_page_by_page()
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = desk.Meets("paul.renard");
        for (var i = 0; i < 12; i++)
            await paul.DeclaresByForm();
        await desk.Does("nadia.benali", "INC-000012", new MarkOutOfScope("Concerne votre application."));
        (await paul.Says("tous les tickets")).Hears("INC-000012 – Clos", "INC-000003", "[Suite…]").DoesNotHear("INC-000002");
        (await paul.Clicks("Suite…")).Hears("INC-000002", "INC-000001").DoesNotHear("[Suite…]");
        (await paul.Clicks("show:INC-000002")).Hears("<INC-000002>");
    }

    [Theory]
    [InlineData("INC-1")]
    [InlineData("inc 1")]
    [InlineData("1")]
    [InlineData("#1")]
    [InlineData("ticket 1")]
    [InlineData("voir le ticket INC-000001 svp")]
    [InlineData("où en est INC-1 ?")]
    [InlineData("status of INC-1")]
    public async Task A_ticket_is_shown_by_its_reference_however_it_is_typed(string says)
    {
        await using var desk = await DialogDesk.At(Now);
        await desk.Meets("paul.renard").Declares();
        (await desk.Meets("grace.hill").Says(says)).Hears("<INC-000001>");
        (await desk.Meets("claire.morel").Says(says)).Hears("Aucun ticket INC-000001 parmi ceux que vous pouvez consulter").DoesNotHear("<INC");
    }

    [Theory]
    [InlineData("répondre INC-1 c'est revenu à 10h")]
    [InlineData("reply inc-1: c'est revenu à 10h")]
    [InlineData("INC-1 répondre c'est revenu à 10h")]
    public async Task A_reply_in_one_line(string says)
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = desk.Meets("paul.renard");
        await paul.Declares();
        (await paul.Says(says)).Hears("Votre message est sur INC-000001", "<INC-000001>");
        Assert.Equal(new Replied("c'est revenu à 10h"), (await desk.Timeline("INC-000001"))[^1].What);
    }

    [Fact]
    public async Task A_reply_in_two_steps_and_withdrawn()
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = desk.Meets("paul.renard");
        await paul.Declares();
        (await paul.ClicksId("reply:INC-000001:1")).Hears("Que souhaitez-vous dire sur INC-000001 ?", "[Annuler]");
        (await paul.Clicks("Annuler")).Hears("rien n'a été envoyé");
        await paul.ClicksId("reply:INC-000001:1");
        (await paul.Says("ok")).Hears("Votre message est sur INC-000001");
        Assert.Equal(new Replied("ok"), (await desk.Timeline("INC-000001"))[^1].What);
        await paul.ClicksId("reply:INC-000001:1");
        (await paul.Says("mes tickets")).Hears("Les tickets ouverts");
        Assert.Equal(2, (await desk.Timeline("INC-000001")).Count);
    }

    [Fact]
    public async Task A_sentence_about_a_ticket_is_added_only_when_they_say_so()
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = desk.Meets("paul.renard");
        await paul.Declares();
        (await paul.Says("INC-1 semble reparti depuis dix minutes")).Hears("Dois-je ajouter ceci à INC-000001 ? « semble reparti", "[Répondre]", "[Voir le ticket]");
        Assert.Single(await desk.Timeline("INC-000001"));
        (await paul.Clicks("Répondre")).Hears("Votre message est sur INC-000001");
        Assert.Equal(new Replied("semble reparti depuis dix minutes"), (await desk.Timeline("INC-000001"))[^1].What);
    }

    [Fact]
    public async Task When_several_tickets_are_open_it_asks_which_and_keeps_the_words()
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = desk.Meets("paul.renard");
        await paul.Declares();
        await paul.Declares("le réseau de fr2 est coupé depuis 9h50 en production");
        var grace = desk.Meets("grace.hill");
        (await grace.Says("reply it works again")).Hears("for which ticket?", "INC-000001", "INC-000002");
        (await grace.Clicks("reply:INC-000002")).Hears("Your message is on INC-000002");
        Assert.Equal(new Replied("it works again"), (await desk.Timeline("INC-000002"))[^1].What);
        var again = desk.Meets("grace.hill", about: "INC-000009");
        (await again.Says("why")).Hears("no ticket INC-000009");
    }

    [Fact]
    public async Task Asked_which_ticket_its_number_is_an_answer()
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = desk.Meets("paul.renard");
        await paul.Declares();
        await paul.Declares("le réseau de fr2 est coupé depuis 9h50 en production");
        var grace = desk.Meets("grace.hill");
        await grace.Says("reply it works again");
        (await grace.Says("1")).Hears("Your message is on INC-000001");
        Assert.Equal(new Replied("it works again"), (await desk.Timeline("INC-000001"))[^1].What);
    }

    [Fact]
    public async Task Confirming_closes_and_contesting_asks_the_reason()
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = desk.Meets("paul.renard");
        await paul.Declares();
        (await paul.Says("confirmer")).Hears("INC-000001 est « Ouvert »");
        await desk.Does("nadia.benali", "INC-000001", new Acknowledge(null));
        await desk.Does("nadia.benali", "INC-000001", new Resolve(Fix.Production, "Route rétablie."));
        (await paul.Says("contester")).Hears("Qu'est-ce qui ne va toujours pas sur INC-000001 ?");
        (await paul.Says("la moitié des instances reste injoignable")).Hears("INC-000001 est rouvert", "<INC-000001>");
        Assert.Equal(Status.InProgress, (await desk.Ticket("INC-000001")).Status);
        await desk.Does("nadia.benali", "INC-000001", new Resolve(Fix.Production, "Tout est rétabli."));
        (await paul.Says("je confirme")).Hears("INC-000001 est confirmé et clos");
        Assert.Equal(Status.Closed, (await desk.Ticket("INC-000001")).Status);
    }

    [Fact]
    public async Task A_contest_may_say_why_at_once()
    {
        await using var desk = await DialogDesk.At(Now);
        var grace = desk.Meets("grace.hill");
        await desk.Meets("paul.renard").Declares();
        await desk.Does("nadia.benali", "INC-000001", new Acknowledge(null));
        await desk.Does("nadia.benali", "INC-000001", new Resolve(Fix.Preproduction, "Correctif prêt."));
        (await grace.Says("contest INC-1 still unreachable")).Hears("INC-000001 is reopened");
        Assert.Equal(new Contested("still unreachable"), (await desk.Timeline("INC-000001"))[^1].What);
    }

    [Fact]
    public async Task In_a_ticket_s_place_plain_words_are_a_reply_and_commands_stay_commands()
    {
        await using var desk = await DialogDesk.At(Now);
        await desk.Meets("paul.renard").Declares();
        var paul = desk.Meets("paul.renard", about: "INC-000001");
        foreach (var words in new[] { "toujours en panne chez nous", "merci", "oui", "plus tard", "le ticket INC-9 n'a rien à voir" })
        {
            (await paul.Says(words)).Hears("Votre message est sur INC-000001");
            Assert.Equal(new Replied(words), (await desk.Timeline("INC-000001"))[^1].What);
        }

        (await paul.Says("pourquoi ?")).Hears("première réponse");
        (await paul.Says("chronologie")).Hears("La chronologie de INC-000001", "Paul Renard : message : merci");
        (await paul.Says("menu")).Hears("que puis-je faire");
        Assert.Equal(6, (await desk.Timeline("INC-000001")).Count);
    }

    [Fact]
    public async Task On_hold_a_reply_resumes_the_work()
    {
        await using var desk = await DialogDesk.At(Now);
        await desk.Meets("paul.renard").Declares();
        await desk.Does("nadia.benali", "INC-000001", new Acknowledge(null));
        await desk.Does("nadia.benali", "INC-000001", new Hold("Quelle instance ?"));
        await desk.Meets("paul.renard", about: "INC-000001").Says("toutes");
        Assert.Equal(Status.InProgress, (await desk.Ticket("INC-000001")).Status);
    }

    [Theory]
    [InlineData("english", "From now on we speak English", "Hello Paul")]
    [InlineData("speak english please", "From now on we speak English", "Hello Paul")]
    [InlineData("langue", "[Français]", "Bonjour Paul")]
    public async Task The_language_is_the_person_s_choice_and_holds_at_every_door(string says, string hears, string menu)
    {
        await using var desk = await DialogDesk.At(Now);
        (await desk.Meets("paul.renard").Says(says)).Hears(hears);
        await desk.Restarts();
        (await desk.Meets("paul.renard", about: "INC-000001").Says("menu")).Hears(menu);
        (await desk.Meets("claire.morel").Says("menu")).Hears("Bonjour Claire");
    }

    [Fact]
    public async Task Another_s_ticket_cannot_be_acted_on_by_any_button()
    {
        await using var desk = await DialogDesk.At(Now);
        await desk.Meets("paul.renard").Declares();
        var claire = desk.Meets("claire.morel");
        foreach (var id in new[] { "reply:INC-000001:1", "confirm:INC-000001:1", "timeline:INC-000001", "why:INC-000001", "show:INC-000001", "follow:INC-000001" })
            (await claire.ClicksId(id)).Hears("Aucun ticket INC-000001");
        foreach (var id in new[] { "acknowledge:INC-000001:1", "queue", "breaches", "note:INC-000001:1", "resolve:INC-000001:1:Production" })
            (await claire.ClicksId(id)).Hears("Ce bouton n'est plus connu");
        Assert.Single(await desk.Timeline("INC-000001"));
        Assert.DoesNotContain(claire.Replies, reply => reply is Reply.Card);
    }
}
