using ChatSupport.Bot.Dialogs;

namespace ChatSupport.Tests.Dialogs;

public sealed class FindingOnesWayTests
{
    private const string Told = "nos VM de fr1 sont injoignables depuis 9h40, toute la prod";
    private const string Now = "2026-11-23T10:05:00+01:00";

    [Fact]
    public async Task An_answer_that_does_not_fit_is_answered_by_the_field_and_asked_again()
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = desk.Meets("paul.renard");
        await paul.Says(Told);
        (await paul.Says("bof")).Hears("Écrivez au moins 10 caractères ; il y en a 3", "Question 1 sur 6 environ – Impact métier");
        await paul.Says("les commandes sont arrêtées");
        (await paul.Says("bof")).Hears("Choisissez parmi : Tous, Une partie, Un seul ou Aucun", "Utilisateurs touchés", "[Tous]");
    }

    [Theory]
    [InlineData("retour")]
    [InlineData("Back")]
    [InlineData("précédent")]
    public async Task Back_leads_to_the_question_before_with_its_answer(string back)
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = desk.Meets("paul.renard");
        await paul.Says(Told);
        await paul.Says("les commandes sont arrêtées");
        (await paul.Says(back)).Hears("Impact métier", "Jusqu'ici : les commandes sont arrêtées");
        (await paul.Says("les livraisons aussi")).Hears("Utilisateurs touchés");
        (await paul.Clicks("Retour")).Hears("Jusqu'ici : les livraisons aussi");
        (await paul.Clicks("Retour", otherwise: "retour")).Hears("C'est la première question", "Impact métier");
    }

    [Theory]
    [InlineData("corriger la région", "fr2", "Région – fr2")]
    [InlineData("change the region", "fr2", "Région – fr2")]
    [InlineData("modifier l'heure", "9h30", "lundi 23 novembre 2026 à 09:30")]
    [InlineData("corriger la priorité", "P3", "Priorité demandée – P3")]
    [InlineData("Change the start time", "half an hour ago", "lundi 23 novembre 2026 à 09:35")]
    public async Task An_answer_can_be_corrected_from_the_summary(string correct, string answer, string summary)
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = await desk.Meets("paul.renard").ReachesTheSummary();
        (await paul.Says(correct)).Hears("Jusqu'ici :");
        (await paul.Says(answer)).Hears("Voici ce que je vais déclarer", summary);
    }

    [Theory]
    [InlineData("corriger la région : fr2", "Région – fr2")]
    [InlineData("change the region to fr2", "Région – fr2")]
    [InlineData("corriger l'environnement en préprod", "Environnement touché – Pré-production")]
    public async Task Or_at_once(string correct, string summary)
    {
        await using var desk = await DialogDesk.At(Now);
        (await (await desk.Meets("paul.renard").ReachesTheSummary()).Says(correct)).Hears("Voici ce que je vais déclarer", summary);
    }

    [Fact]
    public async Task Or_by_button_and_in_the_middle_of_another_question()
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = desk.Meets("paul.renard");
        await paul.Says(Told);
        await paul.Says("corriger la région");
        (await paul.Clicks("fr2")).Hears("Impact métier");
        (await paul.Says("corriger")).Hears("Quelle réponse corrigeons-nous ?", "[Région]", "[Service concerné]").DoesNotHear("[Reproductible ?]");
        (await paul.Clicks("Service concerné")).Hears("Jusqu'ici : Compute (Nova)");
        (await paul.Says("le réseau")).Hears("Impact métier");
        (await paul.Says("récapitulatif")).Hears("Jusqu'ici, vous avez dit", "Région – fr2", "Réseau (Neutron)", "Impact métier");
    }

    [Fact]
    public async Task A_button_of_an_earlier_question_corrects_its_answer()
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = desk.Meets("paul.renard");
        await paul.Answers(Told, "les commandes sont arrêtées");
        var some = paul.Buttons.Single(choice => choice.Label == "Une partie").Id;
        await paul.Clicks("Tous");
        (await paul.ClicksId(some)).Hears("Contournement existant ?");
        (await paul.Says("récapitulatif")).Hears("Utilisateurs touchés – Une partie");
    }

    [Fact]
    public async Task A_mandatory_question_cannot_be_skipped_and_says_so()
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = desk.Meets("paul.renard");
        await paul.Says(Told);
        (await paul.Says("passer")).Hears("est nécessaire pour déclarer", "Impact métier");
    }

    [Theory]
    [InlineData("aide")]
    [InlineData("help")]
    [InlineData("?")]
    [InlineData("pourquoi ?")]
    public async Task Help_comes_in_context(string help)
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = desk.Meets("paul.renard");
        await paul.Says(Told);
        (await paul.Says(help)).Hears("Vous répondez à « Impact métier »", "plus tard", "Question 1 sur 6 environ");
    }

    [Fact]
    public async Task What_was_hardly_begun_is_dropped_at_once_what_is_long_only_when_confirmed()
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = desk.Meets("paul.renard");
        await paul.Says("déclarer");
        (await paul.Says("annuler")).Hears("C'est abandonné");
        await paul.Says(Told);
        (await paul.Says("annuler")).Hears("Faut-il vraiment abandonner ?", "[Abandonner]", "[Continuer]", "[Plus tard]");
        (await paul.Says("non")).Hears("Impact métier");
        await paul.Says("cancel");
        (await paul.Says("oui")).Hears("Rien n'a été déclaré");
        Assert.Empty(await desk.Tickets());
    }

    [Fact]
    public async Task Later_keeps_everything_and_tomorrow_it_is_offered_again()
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = desk.Meets("paul.renard");
        await paul.Says(Told);
        (await paul.Says("plus tard")).Hears("Tout est gardé");
        (await paul.Says("mes tickets")).Hears("aucun ticket ouvert").DoesNotHear("toujours là");
        await desk.Restarts();
        desk.ItIs("2026-11-24T08:30:00+01:00");
        (await paul.Says("bonjour")).Hears("Vous étiez en train de déclarer « nos VM de fr1", "lundi 23 novembre 2026 à 10:05", "[Continuer]", "[Recommencer]", "[Abandonner]");
        (await paul.Clicks("Continuer")).Hears("Impact métier");
    }

    [Fact]
    public async Task Coming_back_after_a_night_one_is_asked_and_the_words_are_not_lost()
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = desk.Meets("paul.renard");
        await paul.Answers(Told);
        desk.ItIs("2026-11-24T08:30:00+01:00");
        (await paul.Says("les commandes sont arrêtées")).Hears("Vous étiez en train de déclarer");
        (await paul.Says("continuer")).Hears("Utilisateurs touchés");
        desk.ItIs("2026-11-25T08:30:00+01:00");
        await paul.Says("la console de fr2 est inaccessible en production");
        (await paul.Clicks("Recommencer")).Hears("C'est noté", "Région – fr2", "Date/heure de début");
    }

    [Fact]
    public async Task Declaring_again_while_declaring_asks_which()
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = desk.Meets("paul.renard");
        await paul.Says(Told);
        (await paul.ClicksId("declare")).Hears("Vous étiez en train de déclarer", "[Continuer]", "[Recommencer]");
        (await paul.Says("recommencer")).Hears("Que se passe-t-il ?");
    }

    [Fact]
    public async Task Something_else_in_between_loses_nothing()
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = desk.Meets("paul.renard");
        await paul.Says(Told);
        (await paul.Says("tickets")).Hears("aucun ticket ouvert", "Votre déclaration est toujours là", "[Continuer]");
        (await paul.Says("INC-7")).Hears("Aucun ticket INC-000007");
        (await paul.Clicks("Continuer", otherwise: "continuer")).Hears("Impact métier");
        (await paul.Says("menu")).Hears("que puis-je faire", "toujours là");
    }

    [Fact]
    public async Task At_the_summary_more_words_can_be_added_to_the_description()
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = await desk.Meets("paul.renard").ReachesTheSummary();
        (await paul.Says("le redémarrage de 10h n'a rien changé")).Hears("Dois-je ajouter ceci à la description ?");
        (await paul.Clicks("Ajouter à la description")).Hears("Voici ce que je vais déclarer", "le redémarrage de 10h n'a rien changé");
        (await paul.Says("envoyer")).Hears("est déclaré");
    }

    [Fact]
    public async Task Nothing_is_sent_that_was_not_read_back()
    {
        await using var desk = await DialogDesk.At(Now);
        var paul = await desk.Meets("paul.renard").ReachesTheSummary();
        var send = paul.Buttons.Single(choice => choice.Style == ChoiceStyle.Primary).Id;
        await paul.Says("corriger la région");
        (await paul.ClicksId(send)).Hears("Région", "[fr1]");
        Assert.Empty(await desk.Tickets());
        (await paul.Says("fr2")).Hears("Région – fr2", "[Déclarer]");
        (await paul.ClicksId(send)).Hears("est déclaré");
    }
}
