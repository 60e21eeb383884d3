namespace ChatSupport.Tests.Dialogs;

public sealed class UnderstandingTests
{
    private const string Now = "2026-11-23T10:05:00+01:00";

    [Theory]
    [InlineData("paul.renard", "bonjour", "Bonjour Paul, que puis-je faire pour vous ?", "[Déclarer un incident]")]
    [InlineData("grace.hill", "Hi!", "Hello Grace, what can I do for you?", "[Declare an incident]")]
    [InlineData("nadia.benali", "bonjour", "Bonjour Nadia", "[La file]")]
    [InlineData("sylvie.roux", "menu", "Bonjour Sylvie", "[Priorités à trancher]")]
    public async Task A_greeting_gets_a_short_menu(string who, string says, string hello, string entry)
    {
        await using var desk = await DialogDesk.At(Now);
        (await desk.Meets(who).Says(says)).Hears(hello, entry);
    }

    [Theory]
    [InlineData("paul.renard", "aide", "« déclarer », « formulaire »")]
    [InlineData("grace.hill", "help", "“declare”, “form”")]
    [InlineData("tom.lefevre", "?", "“ack INC-12 …”")]
    [InlineData("sylvie.roux", "que puis-je faire", "« litiges »")]
    public async Task Help_speaks_of_what_this_person_can_do(string who, string says, string hears)
    {
        await using var desk = await DialogDesk.At(Now);
        (await desk.Meets(who).Says(says)).Hears(hears);
    }

    [Fact]
    public async Task A_slip_is_asked_about_and_a_click_settles_it()
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = desk.Meets("paul.renard");
        (await paul.Says("delcarer")).Hears("Vouliez-vous dire", "[Déclarer un incident]", "[Menu]");
        (await paul.Clicks("Déclarer un incident")).Hears("Que se passe-t-il ?");
    }

    [Fact]
    public async Task What_is_not_understood_is_declared_added_or_left_but_never_lost()
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = desk.Meets("paul.renard");
        await paul.Declares();
        (await paul.Says("le certificat de la passerelle expire demain")).Hears("Que dois-je faire de « le certificat de la passerelle", "[Déclarer un incident]", "[L'ajouter à INC-000001]", "[Menu]");
        await desk.Restarts();
        (await paul.Clicks("Déclarer un incident")).Hears("Question 1");
        (await paul.Says("récapitulatif")).Hears("Objet / résumé – le certificat de la passerelle expire demain");
        await paul.Answers("annuler", "oui");

        await paul.Says("le certificat de la passerelle expire demain");
        (await paul.Clicks("L'ajouter à INC-000001")).Hears("Votre message est sur INC-000001");
        Assert.Equal("le certificat de la passerelle expire demain", Assert.IsType<Desk.Tickets.Replied>((await desk.Timeline("INC-000001"))[^1].What).Text);
    }

    [Fact]
    public async Task A_text_that_cannot_be_kept_is_refused_with_what_to_do()
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = desk.Meets("paul.renard");
        (await paul.Says("nos VM \u0007 sont en panne")).Hears("Recollez-le en texte brut");
        (await paul.Says("\uD83D")).Hears("Recollez-le en texte brut");
        (await paul.Says(new string('x', 20_001))).Hears("Raccourcissez-le à 20");
        (await paul.Says("")).Hears("Je n'ai pas compris");
        Assert.Null(await desk.Row(paul.Conversation));
    }

    [Fact]
    public async Task Two_people_in_two_conversations_do_not_meet()
    {
        await using var desk = await DialogDesk.At(Now);
        await desk.Meets("paul.renard").Says("nos VM de fr1 sont injoignables depuis 9h40, toute la prod");
        (await desk.Meets("grace.hill").Says("continue")).Hears("No declaration is under way");
        (await desk.Meets("paul.renard", about: "INC-000001").Says("récapitulatif")).DoesNotHear("fr1");
    }
}
