using ChatSupport.Bot.Dialogs;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Declarations;

namespace ChatSupport.Tests.Dialogs;

public sealed class DeclaringTests
{
    private const string Uuid = "6a9f0b52-1c2d-4e3f-8a4b-5c6d7e8f9a0b";

    [Fact]
    public async Task An_answer_that_the_directory_knows_no_more_is_said_to_be_wrong_and_asked_again()
    {
        await using var desk = await DialogDesk.At("2026-11-23T10:05:00+01:00");
        var claire = desk.Meets("claire.morel");
        await claire.Says("nos VM du tenant 7f3a0c1e5b9d4e2f8a6b1c0d9e8f7a6b dans fr1 ne répondent plus depuis 09:40, toute la production");
        await desk.Restarts(gone: "7f3a0c1e5b9d4e2f8a6b1c0d9e8f7a6b, ");
        (await claire.Says("Les commandes sont arrêtées.")).Hears("n’est pas enregistré pour votre société");
        Assert.DoesNotContain("\"tenantId\":", (await desk.Row(claire.Conversation))!.State, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_message_that_says_much_is_only_asked_for_the_rest()
    {
        await using var desk = await DialogDesk.At("2026-11-23T10:05:00+01:00");
        var paul = desk.Meets("paul.renard");
        (await paul.Says("nos VM de fr1 sont injoignables depuis 9h40, toute la prod"))
            .Hears("C'est noté", "Région – fr1", "lundi 23 novembre 2026 à 09:40", "Interrompu", "Question 1 sur 6 environ – Impact métier");
        (await paul.Says("les commandes sont arrêtées")).Hears("Utilisateurs touchés", "[Tous]", "[Une partie]");
        (await paul.Says("tout le monde")).Hears("Contournement existant ?");
        (await paul.Clicks("Non")).Hears("Nous suggérons P1 – Critique", "service interrompu", "[P1 – Critique]", "[P3 – Standard]");
        Assert.Equal(ChoiceStyle.Primary, paul.Buttons.First().Style);
        (await paul.Clicks("P1 – Critique")).Hears("Justification");
        (await paul.Says("plus rien ne tourne")).Hears("Identifiants des ressources");
        (await paul.Says($"c'est {Uuid}")).Hears("n'est pas un UUID");
        (await paul.Says(Uuid)).Hears("Actions déjà réalisées");
        (await paul.Says("redémarrage par l'API, sans effet")).Hears("[+33639980201]");
        (await paul.Clicks("+33639980201")).Hears("Attestation de périmètre");
        (await paul.Says("oui")).Hears("Voici ce que je vais déclarer", "Impact métier – les commandes sont arrêtées", "[Déclarer]", "[Corriger une réponse]");
        Assert.Empty(await desk.Tickets());
        (await paul.Clicks("Déclarer")).Hears("<INC-000001>", "INC-000001 est déclaré", "au plus tard le lundi 23 novembre 2026 à 14:05, dans 4 h");

        var ticket = await desk.Ticket("INC-000001");
        Assert.Equal(("meridien", "paul.renard", Priority.P1, Priority.P1, "compute", "4d1c9a7be2f04c7f9b3e5a6d8c0f1e2a"),
            (ticket.Client, ticket.Contact, ticket.Priority, ticket.Suggested, ticket.Declaration.Service, ticket.Declaration.TenantId));
        Assert.Equal("nos VM de fr1 sont injoignables depuis 9h40, toute la prod", ticket.Declaration.Description);
    }

    [Fact]
    public async Task The_same_in_English()
    {
        await using var desk = await DialogDesk.At("2026-11-23T10:05:00+01:00");
        var grace = desk.Meets("grace.hill");
        (await grace.Says("our VMs in fr1 are down since 09:40, all of production")).Hears("Noted", "Monday 23 November 2026 at 09:40", "Question 1 of about 6 – Business impact");
        await grace.Answers("orders have stopped", "everybody", "no", "P2", Uuid, "rebooted through the API, no effect");
        (await grace.Says("yes")).Hears("Here is what I will declare", "Our matrix suggests P1 – Critical; your choice stands");
    }

    [Fact]
    public async Task Another_priority_than_the_suggested_one_is_taken_and_both_are_kept()
    {
        await using var desk = await DialogDesk.At("2026-11-23T10:05:00+01:00");
        var grace = desk.Meets("grace.hill");
        await grace.Answers(
            "our VMs in fr1 are down since 09:40, all of production", "orders have stopped", "all", "no", "P2", Uuid, "rebooted through the API, no effect", "yes");
        (await grace.Says("send")).Hears("INC-000001 is declared", "You asked for P2 – Major; our matrix suggests P1 – Critical");
        var ticket = await desk.Ticket("INC-000001");
        Assert.Equal((Priority.P2, Priority.P2, Priority.P1), (ticket.Requested, ticket.Priority, ticket.Suggested));
    }

    [Fact]
    public async Task From_nothing_it_begins_with_one_open_question()
    {
        await using var desk = await DialogDesk.At("2026-11-23T10:05:00+01:00");
        var paul = desk.Meets("paul.renard");
        (await paul.Says("Déclarer")).Hears("Que se passe-t-il ?", "[Remplir le formulaire]");
        (await paul.Says("console KO")).Hears("Écrivez au moins 20 caractères", "Description détaillée");
        (await paul.Says("La console de fr2 affiche une page blanche")).Hears("Date/heure de début", "[À l'instant]").DoesNotHear("Objet");
        (await paul.Clicks("À l'instant")).Hears("Environnement touché");
        var draft = (await desk.Row(paul.Conversation))!.State;
        Assert.Contains("\"title\":\"console KO\"", draft, StringComparison.Ordinal);
        Assert.Contains("\"startedAt\":\"2026-11-23T09:05:00Z\"", draft, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("je veux déclarer un incident : nos volumes fr2 sont lents depuis hier 18h", "Stockage bloc (Cinder)")]
    [InlineData("declare our volumes in fr2 are slow since yesterday 6pm", "fr2")]
    [InlineData("Incident volumes fr2 très lents depuis hier à 18h", "dimanche 22 novembre 2026 à 18:00")]
    public async Task The_command_may_carry_the_message(string words, string noted)
    {
        await using var desk = await DialogDesk.At("2026-11-23T10:05:00+01:00");
        (await desk.Meets("paul.renard").Says(words)).Hears("C'est noté", noted, "Question 1");
    }

    [Fact]
    public async Task A_developer_plan_is_not_offered_P1()
    {
        await using var desk = await DialogDesk.At("2026-11-23T10:05:00+01:00");
        var ines = desk.Meets("ines.costa");
        await ines.Answers("our VMs in fr1 are down since 09:40, production, no workaround, all users", "orders have stopped");
        ines.Hears("Your plan goes up to P2 – Major", "[P2 – Major]", "[P3 – Standard]").DoesNotHear("[P1 – Critical]");
        await ines.Answers("P1", Uuid, "rebooted through the API, no effect", "yes");
        (await ines.Says("send")).Hears("The DEVELOPPEUR plan has no P1 level");
        var ticket = await desk.Ticket("INC-000001");
        Assert.Equal((Priority.P1, Priority.P2), (ticket.Requested, ticket.Priority));
    }

    [Fact]
    public async Task With_several_tenants_the_right_one_is_chosen()
    {
        await using var desk = await DialogDesk.At("2026-11-23T10:05:00+01:00");
        var claire = desk.Meets("claire.morel");
        await claire.Says("nos VM de fr1 sont injoignables depuis 9h40, toute la prod");
        claire.Hears("Tenant (id)", "[7f3a0c1e5b9d4e2f8a6b1c0d9e8f7a6b]", "[00000000000000000000000000000001]");
        (await claire.Says("4d1c9a7b-e2f0-4c7f-9b3e-5a6d8c0f1e2a")).Hears("n'est pas enregistré pour votre société");
        (await claire.Says("7f3a0c1e-5b9d-4e2f-8a6b-1c0d9e8f7a6b")).Hears("Impact métier");
    }

    [Fact]
    public async Task Without_a_support_offer_it_is_said_before_anything_is_asked()
    {
        await using var desk = await DialogDesk.At("2026-11-23T10:05:00+01:00");
        var marc = desk.Meets("marc.seul");
        (await marc.Says("déclarer")).Hears("Sans Offre SA n'a pas d'offre de support").DoesNotHear("Que se passe-t-il");
        (await marc.Says("formulaire")).Hears("n'a pas d'offre de support");
        Assert.Empty(marc.Replies.OfType<Reply.Form>());
    }

    [Fact]
    public async Task A_secret_is_masked_before_it_is_kept_anywhere()
    {
        await using var desk = await DialogDesk.At("2026-11-23T10:05:00+01:00");
        var paul = desk.Meets("paul.renard");
        (await paul.Says("nos VM de fr1 sont injoignables depuis 9h40, mot de passe : Hunter2!x")).Hears("ressemble à un secret");
        Assert.DoesNotContain("Hunter2", (await desk.Row(paul.Conversation))!.State, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Optional_fields_are_offered_at_the_summary_only()
    {
        await using var desk = await DialogDesk.At("2026-11-23T10:05:00+01:00");
        var paul = desk.Meets("paul.renard");
        await paul.ReachesTheSummary();
        (await paul.Clicks("Ajouter des détails")).Hears("[N° de Ticket chez le CLIENT]", "[Reproductible ?]");
        (await paul.Clicks("Reproductible ?")).Hears("[Toujours]", "[Passer]");
        (await paul.Says("à chaque fois")).Hears("Reproductible ? – Toujours");
        (await paul.Clicks("Ajouter des détails")).DoesNotHear("[Reproductible ?]");
        await paul.Clicks("N° de Ticket chez le CLIENT");
        (await paul.Says("passer")).Hears("Voici ce que je vais déclarer").DoesNotHear("N° de Ticket");
        await paul.Says("valider");
        Assert.Equal("always", (await desk.Ticket("INC-000001")).Declaration.Text("reproducible"));
    }

    [Fact]
    public async Task Every_question_shows_its_label_its_help_and_its_choices()
    {
        await using var desk = await DialogDesk.At("2026-11-23T10:05:00+01:00");
        var grace = desk.Meets("grace.hill");
        await grace.Says("declare something is wrong with our platform today");
        foreach (var field in IncidentForm.Form.AskedOn(Channel.Portal))
        {
            await grace.Says("change " + field.Label.In(Desk.Language.Tongue.English).Split('(')[0]);
            await grace.ClicksId($"correct:1::{field.Key}");
            grace.Hears(field.Label.In(Desk.Language.Tongue.English), field.Help.In(Desk.Language.Tongue.English));
            foreach (var choice in field.ChoicesFor(Plan.Business))
                grace.Hears($"[{choice.Label.In(Desk.Language.Tongue.English)}]");
        }
    }
}
