using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Tickets;

namespace ChatSupport.Tests.Dialogs;

public sealed class AlreadyKnownTests
{
    private const string Now = "2026-11-23T10:05:00+01:00";

    [Fact]
    public async Task An_open_ticket_that_looks_alike_is_offered_before_anything_is_asked()
    {
        await using var desk = await DialogDesk.At(Now);
        var first = await desk.Meets("paul.renard").Declares();
        var grace = desk.Meets("grace.hill");
        (await grace.Says("les VM de fr1 sont toutes injoignables depuis 9h, en prod"))
            .Hears($"{first} looks alike (Open", "nos VM de fr1 sont injoignables", $"[Add it to {first}]", "[Declare anyway]").DoesNotHear("Question 1");
        (await grace.Clicks($"Add it to {first}")).Hears($"Added to {first}", $"<{first}>");
        var said = Assert.IsType<Replied>((await desk.Timeline(first))[^1].What);
        Assert.Contains("les VM de fr1 sont toutes injoignables depuis 9h, en prod", said.Text, StringComparison.Ordinal);
        Assert.Single(await desk.Tickets());
        (await grace.Says("continue")).Hears("No declaration is under way");
    }

    [Fact]
    public async Task Or_declared_anyway_and_not_asked_again()
    {
        await using var desk = await DialogDesk.At(Now);
        await desk.Meets("paul.renard").Declares();
        var grace = desk.Meets("grace.hill");
        await grace.Says("les VM de fr1 sont toutes injoignables depuis 9h, en prod");
        (await grace.Says("hm")).Hears("Shall I add this to the description?");
        (await grace.Says("declare anyway")).Hears("Question 1");
        await grace.Answers("orders have stopped", "all", "no", "P2", Stories.Uuid, "rebooted through the API", "yes", "send");
        grace.Hears("INC-000002 is declared");
    }

    [Theory]
    [InlineData("les VM de fr2 sont injoignables depuis 9h, en prod")]
    [InlineData("le réseau de fr1 est coupé depuis 9h, en prod")]
    [InlineData("création d'une instance refusée sur fr1 depuis 9h, quota erroné en recette")]
    public async Task Another_place_another_Service_or_other_words_are_not_alike(string words)
    {
        await using var desk = await DialogDesk.At(Now);
        await desk.Meets("paul.renard").Declares();
        (await desk.Meets("paul.renard").Says(words)).DoesNotHear("INC-000001");
    }

    [Fact]
    public async Task Another_company_s_ticket_is_never_shown()
    {
        await using var desk = await DialogDesk.At(Now);
        await desk.Meets("paul.renard").Declares();
        (await desk.Meets("claire.morel").Says("nos VM de fr1 sont injoignables depuis 9h40, toute la prod")).Hears("Tenant (id)").DoesNotHear("INC-000001");
    }

    [Fact]
    public async Task Neither_is_a_closed_one()
    {
        await using var desk = await DialogDesk.At(Now);
        var reference = await desk.Meets("paul.renard").Declares();
        await desk.Does("nadia.benali", reference, new MarkOutOfScope("Concerne votre application."));
        (await desk.Meets("paul.renard").Says("nos VM de fr1 sont injoignables depuis 9h40, toute la prod")).DoesNotHear(reference);
    }

    [Fact]
    public async Task The_same_reference_of_the_client_s_is_warned_of_and_the_contact_chooses()
    {
        await using var desk = await DialogDesk.At(Now);
        var first = await desk.Meets("paul.renard").Declares("[CHG-77] nos VM de fr1 sont injoignables depuis 9h40, toute la prod");
        Assert.Equal("CHG-77", (await desk.Ticket(first)).Declaration.ClientRef);
        var paul = desk.Meets("paul.renard", about: null);
        (await paul.Says("[chg-77] réseau de fr2 très lent depuis ce matin 8h, recette"))
            .Hears($"{first} porte déjà votre référence chg-77", $"[L'ajouter à {first}]", "[Déclarer quand même]");
        (await paul.Clicks("Déclarer quand même")).Hears("Question 1");
    }

    [Fact]
    public async Task One_that_closes_meanwhile_is_not_joined_and_the_declaration_goes_on()
    {
        await using var desk = await DialogDesk.At(Now);
        var first = await desk.Meets("paul.renard").Declares();
        var grace = desk.Meets("grace.hill");
        await grace.Says("les VM de fr1 sont toutes injoignables depuis 9h, en prod");
        await desk.Does("nadia.benali", first, new MarkOutOfScope("Concerne votre application."));
        (await grace.Clicks($"Add it to {first}")).Hears($"{first} was closed on", "Question 1");
    }
}
