using ChatSupport.Bot.Dialogs;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Tests.Dialogs;

public sealed class ClickTests
{
    private const string Now = "2026-11-23T02:00:00+01:00";

    [Fact]
    public async Task A_second_acknowledgement_says_who_was_first_and_when()
    {
        await using var desk = await DialogDesk.At(Now);
        await desk.Meets("paul.renard").Declares();
        desk.ItIs("2026-11-23T02:14:00+01:00");
        await desk.Meets("tom.lefevre").ClicksId("acknowledge:INC-000001:1");
        desk.ItIs("2026-11-23T02:20:00+01:00");
        (await desk.Meets("nadia.benali").ClicksId("acknowledge:INC-000001:1"))
            .Hears("rien n'a été fait", "lundi 23 novembre 2026 à 02:14, Tom Lefèvre : prise en charge", "<INC-000001>");
        (await desk.Meets("nadia.benali").Says("ack INC-1")).Hears("INC-000001 a déjà été pris par Tom Lefèvre le lundi 23 novembre 2026 à 02:14");
        Assert.Equal("tom.lefevre", (await desk.Ticket("INC-000001")).AcknowledgedBy);
    }

    [Theory]
    [InlineData("acknowledge:INC-000001:1", 2)]
    [InlineData("assign:INC-000001:1:tom.lefevre", 2)]
    public async Task The_same_click_twice_has_one_effect(string id, int events)
    {
        await using var desk = await DialogDesk.At(Now);
        await desk.Meets("paul.renard").Declares();
        var nadia = desk.Meets("nadia.benali");
        await nadia.ClicksId(id);
        (await nadia.ClicksId(id)).Hears("rien n'a été fait", "Nadia Benali", "<INC-000001>");
        Assert.Equal(events, (await desk.Timeline("INC-000001")).Count);
    }

    [Fact]
    public async Task A_double_click_on_the_solution_asks_once_more_for_the_words_and_resolves_once()
    {
        await using var desk = await DialogDesk.At(Now);
        await desk.Meets("paul.renard").Declares();
        var nadia = desk.Meets("nadia.benali");
        await nadia.Says("ack INC-1");
        await nadia.ClicksId("resolve:INC-000001:2:Production");
        (await nadia.ClicksId("resolve:INC-000001:2:Production")).Hears("Qu'est-ce qui a été fait");
        var usual = nadia.Buttons.First().Id;
        (await nadia.ClicksId(usual)).Hears("est résolu");
        (await nadia.ClicksId(usual)).Hears("rien n'a été fait", "solution appliquée en production");
        Assert.Equal(3, (await desk.Timeline("INC-000001")).Count);
    }

    [Fact]
    public async Task A_note_or_a_warning_meanwhile_does_not_make_a_button_stale()
    {
        await using var desk = await DialogDesk.At(Now);
        await desk.Meets("paul.renard").Declares();
        await desk.Does("tom.lefevre", "INC-000001", new Note("Vu."));
        desk.ItIs("2026-11-23T18:00:00+01:00");
        (await desk.Meets("nadia.benali").ClicksId("acknowledge:INC-000001:1")).Hears("INC-000001 est à vous");
        Assert.Contains(await desk.Timeline("INC-000001"), happening => happening.What is Warned);
    }

    [Fact]
    public async Task A_confirmation_of_an_older_resolution_is_not_taken_for_the_newer()
    {
        await using var desk = await DialogDesk.At(Now);
        await desk.Meets("paul.renard").Declares();
        await desk.Does("nadia.benali", "INC-000001", new Acknowledge(null));
        await desk.Does("nadia.benali", "INC-000001", new Resolve(Fix.Production, "Un."));
        var old = (await desk.Ticket("INC-000001")).Version;
        await desk.Does("grace.hill", "INC-000001", new Contest("Non."));
        await desk.Does("nadia.benali", "INC-000001", new Resolve(Fix.Production, "Deux."));
        (await desk.Meets("paul.renard").ClicksId($"confirm:INC-000001:{old}")).Hears("Nadia Benali : solution appliquée en production : Deux.", "<INC-000001>");
        Assert.Equal(Status.Resolved, (await desk.Ticket("INC-000001")).Status);
    }

    [Fact]
    public async Task What_fell_due_first_is_decided_before_a_late_click()
    {
        await using var desk = await DialogDesk.At(Now);
        await desk.Meets("paul.renard").Declares();
        await desk.Does("nadia.benali", "INC-000001", new Acknowledge(null));
        await desk.Does("nadia.benali", "INC-000001", new Resolve(Fix.Production, "Fait."));
        desk.ItIs("2026-12-07T09:00:00+01:00");
        var paul = desk.Meets("paul.renard");
        (await paul.ClicksId("contest:INC-000001:3")).Hears("clôture (cinq jours ouvrés sans réponse)", "lundi 30 novembre 2026 à 19:00", "<INC-000001>");
        Assert.Equal(Status.Closed, (await desk.Ticket("INC-000001")).Status);
    }

    [Fact]
    public async Task A_contest_begun_before_the_closure_finds_it_closed_and_may_be_followed()
    {
        await using var desk = await DialogDesk.At(Now);
        await desk.Meets("paul.renard").Declares();
        await desk.Does("nadia.benali", "INC-000001", new Acknowledge(null));
        await desk.Does("nadia.benali", "INC-000001", new Resolve(Fix.Production, "Fait."));
        var paul = desk.Meets("paul.renard");
        await paul.Says("contester INC-1");
        desk.ItIs("2026-12-07T09:00:00+01:00");
        (await paul.Says("c'est revenu")).Hears("INC-000001 a été clos le lundi 30 novembre 2026 à 19:00", "[Déclarer la suite]");
    }

    [Fact]
    public async Task An_old_button_of_a_declaration_tells_what_became_of_it()
    {
        await using var desk = await DialogDesk.At("2026-11-23T10:05:00+01:00");
        var paul = await desk.Meets("paul.renard").ReachesTheSummary();
        var send = paul.Buttons.First().Id;
        await paul.ClicksId(send);
        (await paul.ClicksId(send)).Hears("C'est déjà déclaré : INC-000001", "<INC-000001>");
        await paul.Says("déclarer");
        var drop = (await paul.ClicksId("cancel")).Hears("abandonné");
        Assert.Single(await desk.Tickets());
        (await drop.ClicksId("say:99::region:fr1")).Hears("Cette déclaration est terminée");
    }

    [Theory]
    [InlineData("")]
    [InlineData(":")]
    [InlineData("nothing:we:know")]
    [InlineData("17")]
    [InlineData("acknowledge,resolve")]
    [InlineData("acknowledge")]
    [InlineData("acknowledge:INC-x:y:z")]
    [InlineData("resolve:INC-000001:1:Nowhere")]
    [InlineData("requalify:INC-000001:1:P9")]
    [InlineData("call:INC-000001:1:whenever")]
    [InlineData("reply:INC-000001:1:kept")]
    public async Task A_button_that_nobody_offered_does_no_harm(string id)
    {
        await using var desk = await DialogDesk.At("2026-11-23T10:05:00+01:00");
        await desk.Meets("paul.renard").Declares();
        foreach (var who in new[] { "paul.renard", "nadia.benali", "sylvie.roux" })
            Assert.NotEmpty((await desk.Meets(who).ClicksId(id)).Replies);
        Assert.Equal(Status.Open, (await desk.Ticket("INC-000001")).Status);
    }

    [Fact]
    public async Task Every_button_fits_every_vendor_and_comes_back_as_it_was_meant()
    {
        await using var desk = await DialogDesk.At("2026-11-23T10:05:00+01:00");
        var paul = desk.Meets("paul.renard");
        var seen = new List<Choice>();
        foreach (var words in new[] { "menu", "nos VM de fr1 sont injoignables depuis 9h40, toute la prod", "les commandes sont arrêtées", "tous", "non", "P1", "arrêt complet", Stories.Uuid, "redémarrage par l'API", "+33639980201", "oui", "corriger", "plus de détails" })
            seen.AddRange((await paul.Says(words)).Buttons);
        Assert.All(seen, choice => Assert.InRange(choice.Id.Length, 1, 150));
        Assert.All(seen, choice => Assert.Equal(choice.Id, Bot.Dialogs.Commands.Request.OfChoice(choice.Id)!.ToChoice()));
        Assert.All(seen, choice => Assert.InRange(choice.Label.Length, 1, 150));
    }
}
