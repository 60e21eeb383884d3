using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Declarations;

namespace ChatSupport.Tests.Dialogs;

public sealed class FormTests
{
    private const string Now = "2026-11-23T10:05:00+01:00";

    [Fact]
    public async Task A_form_holds_what_was_said_and_the_fields_of_the_one_list()
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = desk.Meets("paul.renard");
        await paul.Says("nos VM de fr1 sont injoignables depuis 9h40, toute la prod");
        var form = (await paul.Says("formulaire")).Form;
        Assert.Equal(FieldAnswer.Of("fr1"), form.Answers["region"]);
        Assert.Empty(form.Errors);
        Assert.Equal(["title", "description", "service", "region", "tenantId"], form.Fields.Take(5).Select(field => field.Key));
        Assert.Equal("Région", form.Fields.Single(field => field.Key == "region").Label);
        Assert.Equal(["P1", "P2", "P3"], form.Fields.Single(field => field.Key == "requestedPriority").Options.Select(option => option.Id));
        Assert.DoesNotContain(form.Fields, field => field.Key is "companyName" or "ticketRef" or "workaroundDetails");
    }

    [Fact]
    public async Task A_complete_one_is_declared_when_it_is_sent_and_sent_twice_it_is_declared_once()
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = desk.Meets("paul.renard");
        await paul.Says("déclarer");
        var form = (await paul.Clicks("Remplir le formulaire")).Form;
        (await paul.FillsIn(form.Id, Stories.FilledIn())).Hears("<INC-000001>", "INC-000001 est déclaré");
        (await paul.FillsIn(form.Id, Stories.FilledIn())).Hears("C'est déjà déclaré : INC-000001", "<INC-000001>");
        Assert.Equal(Priority.P1, Assert.Single(await desk.Tickets()).Priority);
    }

    [Fact]
    public async Task A_door_may_open_the_form_at_once()
    {
        await using var desk = await DialogDesk.At(Now);
        var grace = desk.Meets("grace.hill");
        var form = (await grace.ClicksId("form")).Form;
        Assert.Equal(FieldAnswer.Of("4d1c9a7be2f04c7f9b3e5a6d8c0f1e2a"), Assert.Single(form.Answers).Value);
        (await grace.FillsIn(form.Id, Stories.FilledIn())).Hears("INC-000001 is declared");
    }

    [Fact]
    public async Task Wrong_and_missing_answers_come_back_with_their_sentences_and_nothing_is_lost()
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = desk.Meets("paul.renard");
        var id = (await paul.ClicksId("form")).Form.Id;
        await paul.FillsIn(id, Stories.FilledIn(("startedAt", "2027-01-01T00:00:00+01:00"), ("scopeAttestation", ""), ("title", "KO")));
        Assert.Equal(["scopeAttestation", "startedAt", "title"], paul.Form.Errors.Keys.Order());
        paul.Hears("Cette date est dans l'avenir", "Écrivez au moins 5 caractères ; il y en a 2");
        Assert.Equal(FieldAnswer.Of("KO"), paul.Form.Answers["title"]);
        Assert.Equal(FieldAnswer.Of("compute"), paul.Form.Answers["service"]);

        (await paul.Says("continuer")).Hears("Objet / résumé");
        (await paul.FillsIn(id, Stories.FilledIn())).Hears("est déclaré");
    }

    [Fact]
    public async Task A_developer_s_form_has_no_P1()
    {
        await using var desk = await DialogDesk.At(Now);
        var form = (await desk.Meets("ines.costa").ClicksId("form")).Form;
        Assert.Equal(["P2", "P3"], form.Fields.Single(field => field.Key == "requestedPriority").Options.Select(option => option.Id));
    }

    [Fact]
    public async Task The_same_reference_is_warned_of_once_in_the_form_itself()
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = desk.Meets("paul.renard");
        await paul.DeclaresByForm(("clientRef", "CHG-77"));
        var other = Stories.FilledIn(("clientRef", "CHG-77"), ("service", "network"));
        var id = (await paul.ClicksId("form")).Form.Id;
        await paul.FillsIn(id, other);
        Assert.Contains("INC-000001 porte déjà votre référence CHG-77", paul.Form.Errors["clientRef"], StringComparison.Ordinal);
        (await paul.FillsIn(id, other)).Hears("INC-000002 est déclaré");
    }

    [Fact]
    public async Task What_looks_alike_is_said_after_a_form_for_a_complete_declaration_never_waits()
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = desk.Meets("paul.renard");
        await paul.DeclaresByForm();
        (await paul.DeclaresByForm()).Hears("INC-000002 est déclaré", "INC-000001 y ressemble");
    }

    [Fact]
    public async Task A_form_of_a_declaration_that_was_dropped_is_handed_out_anew()
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = desk.Meets("paul.renard");
        var id = (await paul.ClicksId("form")).Form.Id;
        await paul.Says("annuler");
        var again = (await paul.FillsIn(id, Stories.FilledIn())).Hears("avait été abandonnée").Form;
        Assert.NotEqual(id, again.Id);
        Assert.Empty(await desk.Tickets());
        (await paul.FillsIn(again.Id, again.Answers)).Hears("INC-000001 est déclaré");
    }

    [Fact]
    public async Task Another_form_s_name_or_another_person_s_is_refused()
    {
        await using var desk = await DialogDesk.At(Now);
        (await desk.Meets("paul.renard").FillsIn("satisfaction", Stories.FilledIn())).Hears("Ce bouton n'est plus connu");
        (await desk.Meets("nadia.benali").FillsIn("form:1", Stories.FilledIn())).Hears("Ce bouton n'est plus connu");
    }
}
