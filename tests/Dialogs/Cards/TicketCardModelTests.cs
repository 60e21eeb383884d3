using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Dialogs.Cards;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Tests.Dialogs.Cards;

public sealed class TicketCardModelTests
{
    private const string Now = "2026-11-23T10:05:00+01:00";

    [Fact]
    public async Task An_open_ticket_says_until_when_and_what_an_engineer_can_do()
    {
        await using var desk = await WithOneTicket();
        var card = await Card(desk, "nadia.benali");
        Assert.Equal("INC-000001 – Ouvert – P1 – Critique", card.Heading);
        Assert.Equal("Toutes les instances de fr1 sont injoignables", card.Title);
        Assert.Equal("Première réponse au plus tard le lundi 23 novembre 2026 à 14:05, dans 4 h.", card.Deadline);
        Assert.Equal(["acknowledge", "call", "answer", "assign", "requalify", "note", "outofscope", "why", "timeline"], Verbs(card));
        Assert.Equal(("acknowledge:INC-000001:1", "Prendre en charge", ChoiceStyle.Primary), (card.Actions[0].Id, card.Actions[0].Label, card.Actions[0].Style));
        Assert.Contains(new CardFact("Client", "Méridien Logistique – BUSINESS"), card.Facts);
        Assert.Contains(new CardFact("Téléphone / n° de rappel", "+33639980201"), card.Facts);
        Assert.Equal((Status.Open, Standing.Running, 1), (card.Status, card.Standing, card.Version));
    }

    [Fact]
    public async Task A_contact_sees_the_same_truth_in_their_language_and_only_their_own_acts()
    {
        await using var desk = await WithOneTicket();
        var card = await Card(desk, "grace.hill");
        Assert.Equal("INC-000001 – Open – P1 – Critical", card.Heading);
        Assert.Equal("First response due by Monday 23 November 2026 at 14:05, in 4 h.", card.Deadline);
        Assert.Equal(["reply", "why", "timeline"], Verbs(card));
        Assert.DoesNotContain(card.Facts, fact => fact.Value.Contains("+336", StringComparison.Ordinal));
        Assert.Equal("Compute (Nova)", card.Facts.Single(fact => fact.Label == "Service concerned").Value);
    }

    [Fact]
    public async Task From_acknowledged_to_closed_the_next_step_is_always_said()
    {
        await using var desk = await WithOneTicket();
        await desk.Does("nadia.benali", "INC-000001", new Acknowledge(null));
        await Steps("Nadia Benali s’en occupe et vous tiendra au courant.", "Nadia Benali s’en occupe.");
        Assert.Equal("Première réponse donnée dans les temps, le lundi 23 novembre 2026 à 10:05.", (await Card(desk, "paul.renard")).Deadline);
        await desk.Does("nadia.benali", "INC-000001", new Hold("Laquelle ?"));
        await Steps("Il nous faut votre réponse pour continuer : « Laquelle ? » Répondez ici.", "En attente du client depuis le lundi 23 novembre 2026 à 10:05.");
        await desk.Does("nadia.benali", "INC-000001", new Resume(null));
        await desk.Does("nadia.benali", "INC-000001", new Requalify(Priority.P2, "Une partie seulement."));
        await Steps("Nous proposons P2 – Majeure", "la parole est au client, ou un superviseur tranche");
        await desk.Does("paul.renard", "INC-000001", new Comment("Non, tout est arrêté."));
        await Steps("Nadia Benali s’en occupe", "décidez de la priorité");
        await desk.Does("nadia.benali", "INC-000001", new Requalify(Priority.P1, "En effet."));
        await desk.Does("nadia.benali", "INC-000001", new Resolve(Fix.Production, "Route rétablie."));
        await Steps("il sera clos le lundi 30 novembre 2026 à 19:00", "sans nouvelles, clôture le lundi 30 novembre 2026 à 19:00");
        await desk.Does("paul.renard", "INC-000001", new Comment("Merci, nous vérifions."));
        await Steps("Confirmez que c’est résolu", "Le client a écrit après la résolution");
        await desk.Does("paul.renard", "INC-000001", new Confirm(null));
        await Steps("Clos le lundi 23 novembre 2026 à 10:05", "confirmée par le client");

        async Task Steps(string toContact, string toEngineer)
        {
            Assert.Contains(toContact, Plain((await Card(desk, "paul.renard")).NextStep), StringComparison.Ordinal);
            Assert.Contains(toEngineer, Plain((await Card(desk, "nadia.benali")).NextStep), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_possible_is_what_the_life_cycle_allows()
    {
        await using var desk = await WithOneTicket();
        await desk.Does("nadia.benali", "INC-000001", new Acknowledge(null));
        Assert.Equal(["resolve", "call", "ask", "answer", "assign", "requalify", "note", "outofscope", "why", "timeline"], Verbs(await Card(desk, "nadia.benali")));
        await desk.Does("nadia.benali", "INC-000001", new Resolve(Fix.Preproduction, "Prêt."));
        Assert.Equal(["confirm", "contest", "reply", "why", "timeline"], Verbs(await Card(desk, "paul.renard")));
        var card = await Card(desk, "nadia.benali");
        Assert.Equal(["answer", "assign", "confirm", "note", "why", "timeline"], Verbs(card));
        Assert.Equal("Le client a confirmé", card.Actions.Single(action => action.Id.StartsWith("confirm", StringComparison.Ordinal)).Label);
        Assert.Contains(new CardFact("Solution", "disponible en pré-production"), card.Facts);
        await desk.Does("paul.renard", "INC-000001", new Confirm(null));
        Assert.Equal(["follow", "why", "timeline"], Verbs(await Card(desk, "paul.renard")));
        Assert.Equal(["note", "why", "timeline"], Verbs(await Card(desk, "nadia.benali")));
    }

    [Fact]
    public async Task Late_is_said_as_it_is()
    {
        await using var desk = await WithOneTicket();
        desk.ItIs("2026-11-23T16:15:00+01:00");
        Assert.Equal("Première réponse en retard depuis le lundi 23 novembre 2026 à 14:05, soit 2 h 10.", (await Card(desk, "nadia.benali")).Deadline);
        desk.ItIs("2026-11-25T16:15:00+01:00");
        Assert.Equal("First response overdue since Monday 23 November 2026 at 14:05.", (await Card(desk, "grace.hill")).Deadline);
        await desk.Does("nadia.benali", "INC-000001", new Acknowledge(null));
        Assert.Equal("First response given on Wednesday 25 November 2026 at 16:15; it was due on Monday 23 November 2026 at 14:05.", (await Card(desk, "grace.hill")).Deadline);
    }

    [Fact]
    public async Task A_premium_P1_without_a_call_tells_the_client_to_phone_and_the_desk_what_it_aims_at()
    {
        await using var desk = await DialogDesk.At(Now);
        await desk.Meets("claire.morel").DeclaresByForm(("tenantId", "7f3a0c1e5b9d4e2f8a6b1c0d9e8f7a6b"));
        Assert.StartsWith("Appelez dès maintenant le +33199000000", (await Card(desk, "claire.morel")).Deadline, StringComparison.Ordinal);
        var card = await Card(desk, "nadia.benali");
        Assert.Contains("l’appel du client, qui n’a pas encore eu lieu", card.Deadline, StringComparison.Ordinal);
        Assert.Contains("call", Verbs(card));
        await desk.Does("nadia.benali", "INC-000001", new RecordCall(null));
        Assert.DoesNotContain("call", Verbs(await Card(desk, "nadia.benali")));
    }

    [Fact]
    public async Task What_was_asked_suggested_and_proposed_is_shown_when_it_differs()
    {
        await using var desk = await DialogDesk.At(Now);
        await desk.Meets("paul.renard").DeclaresByForm(("requestedPriority", "P3"));
        Assert.Contains(new CardFact("Priorité suggérée", "P1 – Critique"), (await Card(desk, "nadia.benali")).Facts);
        await desk.Does("nadia.benali", "INC-000001", new Requalify(Priority.P2, "Production touchée."));
        var facts = (await Card(desk, "paul.renard")).Facts;
        Assert.Contains(new CardFact("Priorité demandée", "P3 – Standard"), facts);
        Assert.DoesNotContain(facts, fact => fact.Label == "Priorité suggérée");
    }

    private static async Task<DialogDesk> WithOneTicket()
    {
        var desk = await DialogDesk.At(Now);
        await desk.Meets("paul.renard").DeclaresByForm();
        return desk;
    }

    private static async Task<TicketCardModel> Card(DialogDesk desk, string reader)
    {
        var person = desk.Person(reader);
        var card = TicketCardModel.Of(await desk.Ticket("INC-000001"), person, desk.PeopleNow, desk.Now, person.Tongue);
        return card with { Deadline = Plain(card.Deadline), Facts = [.. card.Facts.Select(fact => new CardFact(Plain(fact.Label), Plain(fact.Value)))] };
    }

    private static string[] Verbs(TicketCardModel card) => [.. card.Actions.Select(action => action.Id.Split(':')[0])];

    private static string Plain(string words) => words.Replace('\u00A0', ' ');
}
