using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Tests.Dialogs;

public sealed class EngineerTests
{
    private const string Now = "2026-11-23T10:05:00+01:00";

    [Fact]
    public async Task The_queue_is_by_deadline_and_can_be_narrowed()
    {
        await using var desk = await WithThreeTickets();
        var nadia = desk.Meets("nadia.benali");
        (await nadia.Says("file")).Hears("Les tickets ouverts, par échéance", "INC-000002 – P1 – dans 4 h – Méridien Logistique", "INC-000001 – P2 – dans 24 h", "INC-000003 – P3 – Best effort");
        Assert.Equal(["show:INC-000002", "show:INC-000001", "show:INC-000003"], nadia.Buttons.Select(button => button.Id));
        (await nadia.Says("mes tickets")).Hears("Aucun ticket ouvert n'est à vous");
        await nadia.Says("prendre INC-2");
        (await nadia.Says("mes tickets")).Hears("INC-000002 – P1 – En cours").DoesNotHear("INC-000001");
        (await nadia.Says("à prendre en charge")).Hears("INC-000001").DoesNotHear("INC-000002");
        (await desk.Meets("tom.lefevre").Says("queue")).Hears("The open tickets, by deadline", "INC-000002 – P1 – In progress");
    }

    [Theory]
    [InlineData("nadia.benali", "ack INC-1", "INC-000001 est à vous", "pris en charge par Nadia Benali")]
    [InlineData("tom.lefevre", "acknowledge inc 1", "INC-000001 is yours", "pris en charge par Tom Lefèvre")]
    [InlineData("nadia.benali", "prendre 1 Nous regardons tout de suite.", "INC-000001 est à vous", "Nous regardons tout de suite.")]
    [InlineData("nadia.benali", "INC-1 ack: nous regardons", "INC-000001 est à vous", "nous regardons")]
    [InlineData("tom.lefevre", "accuser réception INC-1", "INC-000001 is yours", "Tom Lefèvre")]
    public async Task Acknowledging_gives_the_first_answer_with_or_without_words(string who, string says, string hears, string comment)
    {
        await using var desk = await DialogDesk.At(Now);
        await desk.Meets("paul.renard").Declares();
        (await desk.Meets(who).Says(says)).Hears(hears, "<INC-000001>");
        var ticket = await desk.Ticket("INC-000001");
        Assert.Equal((Status.InProgress, who, who), (ticket.Status, ticket.AcknowledgedBy, ticket.Assignee));
        Assert.Contains(comment, Assert.IsType<Acknowledged>((await desk.Timeline("INC-000001"))[^1].What).Comment, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ticket_last_shown_is_the_one_that_is_meant()
    {
        await using var desk = await WithThreeTickets();
        var nadia = desk.Meets("nadia.benali");
        await nadia.Says("INC-3");
        (await nadia.Says("je prends")).Hears("INC-000003 est à vous");
        (await nadia.Says("note vu avec l'équipe réseau")).Hears("C'est noté sur INC-000003, entre nous");
        (await nadia.Says("répondre nous cherchons encore")).Hears("Votre réponse est sur INC-000003");
        (await nadia.Says("demander")).Hears("De quoi avez-vous besoin de la part du client sur INC-000003 ?");
        (await nadia.Says("Quelle instance est touchée ?")).Hears("La question est posée au client de INC-000003");
        Assert.Equal(Status.OnHold, (await desk.Ticket("INC-000003")).Status);
        (await nadia.Says("reprendre INC-3")).Hears("INC-000003 est de nouveau en cours");
        (await nadia.Says("hors périmètre INC-3 votre application")).Hears("INC-000003 est clos, hors périmètre");
    }

    [Fact]
    public async Task A_first_answer_on_an_open_ticket_acknowledges_it()
    {
        await using var desk = await DialogDesk.At(Now);
        await desk.Meets("paul.renard").Declares();
        (await desk.Meets("nadia.benali").Says("répondre INC-1 Nous regardons.")).Hears("INC-000001 est à vous");
        Assert.Equal("nadia.benali", (await desk.Ticket("INC-000001")).AcknowledgedBy);
    }

    [Theory]
    [InlineData("affecter INC-1 à Tom", "tom.lefevre", "INC-000001 est maintenant confié à Tom Lefèvre")]
    [InlineData("assign INC-1 to Lefevre", "tom.lefevre", "INC-000001 est maintenant confié à Tom Lefèvre")]
    [InlineData("assign INC-1 tom.lefevre", "tom.lefevre", "Tom Lefèvre")]
    [InlineData("affecter INC-1 moi", "nadia.benali", "Nadia Benali")]
    [InlineData("assign 1 to me", "nadia.benali", "Nadia Benali")]
    [InlineData("assign INC-1 to Sylvie Roux", "sylvie.roux", "Sylvie Roux")]
    public async Task A_ticket_is_handed_over_by_name(string says, string to, string hears)
    {
        await using var desk = await DialogDesk.At(Now);
        await desk.Meets("paul.renard").Declares();
        (await desk.Meets("nadia.benali").Says(says)).Hears(hears);
        Assert.Equal(to, (await desk.Ticket("INC-000001")).Assignee);
    }

    [Fact]
    public async Task A_name_that_nobody_has_offers_the_nearest_first()
    {
        await using var desk = await DialogDesk.At(Now);
        await desk.Meets("paul.renard").Declares();
        var nadia = desk.Meets("nadia.benali");
        (await nadia.Says("affecter INC-1 à silvie")).Hears("Qui prend la suite de INC-000001 ?");
        Assert.Equal(["Sylvie Roux", "Nadia Benali", "Tom Lefèvre"], nadia.Buttons.Select(button => button.Label));
        (await nadia.Clicks("Sylvie Roux")).Hears("confié à Sylvie Roux");
    }

    [Fact]
    public async Task Resolving_asks_where_the_solution_stands_and_what_was_done()
    {
        await using var desk = await DialogDesk.At(Now);
        await desk.Meets("paul.renard").Declares();
        var tom = desk.Meets("tom.lefevre");
        (await tom.Says("resolve INC-1")).Hears("it is not possible to resolve");
        await tom.Says("ack INC-1");
        (await tom.Says("resolve INC-1")).Hears("Where does the solution of INC-000001 stand?", "[applied in production]", "[available in pre-production]");
        (await tom.Clicks("available in pre-production")).Hears("What was done on INC-000001?", "[Send the usual sentence]", "[Cancel]");
        (await tom.Says("Patch 4.2 is ready.")).Hears("INC-000001 is resolved");
        Assert.Equal(new Resolved(Fix.Preproduction, "Patch 4.2 is ready."), (await desk.Timeline("INC-000001"))[^1].What);
    }

    [Theory]
    [InlineData("résoudre INC-1 production la route est rétablie", Fix.Production, "la route est rétablie")]
    [InlineData("resolve INC-1 in prod: route restored", Fix.Production, "route restored")]
    [InlineData("résoudre INC-1 en préproduction code prêt", Fix.Preproduction, "code prêt")]
    public async Task Or_all_in_one_line(string says, Fix fix, string comment)
    {
        await using var desk = await DialogDesk.At(Now);
        await desk.Meets("paul.renard").Declares();
        var nadia = desk.Meets("nadia.benali");
        await nadia.Answers("ack INC-1", says);
        Assert.Equal(new Resolved(fix, comment), (await desk.Timeline("INC-000001"))[^1].What);
    }

    [Fact]
    public async Task The_usual_sentence_will_do()
    {
        await using var desk = await DialogDesk.At(Now);
        await desk.Meets("paul.renard").Declares();
        var nadia = desk.Meets("nadia.benali");
        await nadia.Answers("ack INC-1", "résoudre INC-1 prod");
        (await nadia.Clicks("Envoyer la phrase habituelle")).Hears("INC-000001 est résolu");
        (await nadia.Says("confirmer INC-1")).Hears("INC-000001 est confirmé et clos");
    }

    [Fact]
    public async Task Another_priority_needs_a_level_and_a_reason()
    {
        await using var desk = await DialogDesk.At(Now);
        await desk.Meets("paul.renard").Declares();
        var nadia = desk.Meets("nadia.benali");
        (await nadia.Says("requalifier INC-1")).Hears("Quelle priorité pour INC-000001 ?", "[P1 – Critique]", "[P3 – Standard]").DoesNotHear("[P2 – Majeure]");
        (await nadia.Clicks("P3 – Standard")).Hears("Pourquoi cette priorité sur INC-000001 ?");
        (await nadia.Says("Une seule instance de test.")).Hears("INC-000001 est maintenant P3 – Standard");
        await nadia.Answers("ack INC-1", "requalifier INC-1 P1 tout est arrêté");
        nadia.Hears("P1 – Critique est proposé pour INC-000001 ; la parole est au client");
        Assert.Equal((Status.OnHold, Priority.P1), ((await desk.Ticket("INC-000001")).Status, (await desk.Ticket("INC-000001")).Proposed));
    }

    [Fact]
    public async Task A_reason_said_before_the_level_is_not_lost()
    {
        await using var desk = await DialogDesk.At(Now);
        await desk.Meets("paul.renard").Declares();
        var nadia = desk.Meets("nadia.benali");
        (await nadia.Says("requalifier INC-1 une seule instance de test")).Hears("Quelle priorité");
        (await nadia.Clicks("P3 – Standard")).Hears("est maintenant P3");
        Assert.Equal(new PriorityDecided(Priority.P3, "une seule instance de test", false), (await desk.Timeline("INC-000001"))[^1].What);
    }

    [Theory]
    [InlineData("appel INC-1 à 9h50", "2026-11-23T08:50:00Z")]
    [InlineData("call received INC-1 ten minutes ago", "2026-11-23T08:55:00Z")]
    [InlineData("appel reçu INC-1", "2026-11-23T09:05:00Z")]
    public async Task A_call_starts_the_clock_of_a_premium_P1(string says, string startsAt)
    {
        await using var desk = await DialogDesk.At(Now);
        var claire = desk.Meets("claire.morel");
        await claire.DeclaresByForm(("tenantId", "7f3a0c1e5b9d4e2f8a6b1c0d9e8f7a6b"));
        (await desk.Meets("nadia.benali").Says(says)).Hears("L'appel est enregistré sur INC-000001");
        Assert.Equal(startsAt, (await desk.Ticket("INC-000001")).Clock.StartedAt.ToString());
    }

    [Theory]
    [InlineData("astreinte")]
    [InlineData("qui est d'astreinte ?")]
    [InlineData("who is on call")]
    public async Task Who_is_on_call(string says)
    {
        await using var desk = await DialogDesk.At(Now);
        (await desk.Meets("nadia.benali").Says(says)).Hears("D'astreinte jusqu'au lundi 30 novembre 2026 à 09:00 : Tom Lefèvre (+33639980302)", "Ensuite : Nadia Benali");
    }

    [Fact]
    public async Task In_a_ticket_s_place_an_engineer_says_whom_it_is_for()
    {
        await using var desk = await DialogDesk.At(Now);
        await desk.Meets("paul.renard").Declares();
        var nadia = desk.Meets("nadia.benali", about: "INC-000001");
        (await nadia.Says("je pense que c'est l'hyperviseur 12")).Hears("Est-ce pour le client de INC-000001, ou pour l'équipe ?");
        Assert.Single(await desk.Timeline("INC-000001"));
        (await nadia.Clicks("Note interne")).Hears("C'est noté sur INC-000001");
        Assert.True((await desk.Timeline("INC-000001"))[^1].What.IsInternal);
        (await nadia.Says("prendre Nous regardons.")).Hears("INC-000001 est à vous");
        (await nadia.Says("résolu")).Hears("Où en est la solution de INC-000001 ?");
    }

    [Fact]
    public async Task A_supervisor_sees_what_waits_for_a_decision_and_decides_in_last_resort()
    {
        await using var desk = await DialogDesk.At(Now);
        await desk.Meets("paul.renard").Declares();
        await desk.Meets("nadia.benali").Answers("ack INC-1", "requalifier INC-1 P3 une seule instance");
        var sylvie = desk.Meets("sylvie.roux");
        (await sylvie.Says("litiges")).Hears("Les priorités qui attendent une décision", "INC-000001");
        (await sylvie.Says("requalifier INC-1 P2 la production est bien touchée")).Hears("INC-000001 est maintenant P2 – Majeure");
        Assert.True((await desk.Ticket("INC-000001")).IsPriorityFinal);
        (await sylvie.Says("litiges")).Hears("Aucune priorité n'attend de décision");
        (await desk.Meets("nadia.benali").Says("litiges")).DoesNotHear("Aucune priorité");
    }

    [Fact]
    public async Task A_supervisor_sees_the_missed_deadlines()
    {
        await using var desk = await DialogDesk.At(Now);
        await desk.Meets("paul.renard").Declares();
        (await desk.Meets("sylvie.roux").Says("échéances manquées")).Hears("Aucun ticket ouvert n'a manqué son échéance");
        desk.ItIs("2026-11-24T12:05:00+01:00");
        (await desk.Meets("sylvie.roux").Says("breaches")).Hears("INC-000001 – P2 – en retard de 2 h");
    }

    [Fact]
    public async Task Engineers_declare_nothing_here()
    {
        await using var desk = await DialogDesk.At(Now);
        var nadia = desk.Meets("nadia.benali");
        (await nadia.Says("nos VM de fr1 sont injoignables depuis 9h40, toute la prod")).Hears("Je n'ai pas compris", "[La file]");
        (await nadia.ClicksId("declare")).Hears("Ce bouton n'est plus connu");
    }

    private static async Task<DialogDesk> WithThreeTickets()
    {
        var desk = await DialogDesk.At(Now);
        foreach (var priority in new[] { "P2", "P1", "P3" })
        {
            var paul = desk.Meets("paul.renard");
            await paul.DeclaresByForm(("requestedPriority", priority));
        }

        return desk;
    }
}
