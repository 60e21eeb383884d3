using ChatSupport.Bot.Mail;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using ChatSupport.Tests.Delivery;
using NodaTime;

namespace ChatSupport.Tests.Mail;

/// <summary>What the mails say, read as their readers read them.</summary>
public sealed class LetterTests : IAsyncLifetime
{
    private const string Paul = "paul.renard@meridien.example";
    private const string Claire = "claire.morel@borealis.example";
    private const string Yanis = "yanis.haddad@borealis.example";
    private const string Ines = "ines.costa@kite.example";
    private const string Nadia = "nadia.benali@desk.example";
    private const string Tom = "tom.lefevre@desk.example";
    private const string Sylvie = "sylvie.roux@desk.example";

    private readonly CapturingTransport mails = new();
    private Stage stage = null!;

    public async ValueTask InitializeAsync() => stage = await Stage.Pumping(new MailWay(mails));

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task A_declaration_is_confirmed_with_its_deadline_and_the_rule_it_comes_from()
    {
        await stage.Declares("paul.renard");
        Assert.Contains("Bonjour Paul,", await Read(Paul));
        Assert.Contains("C’est désormais l’incident INC-000001, traité en priorité P1 – Critique.", await Read(Paul));
        Assert.Contains("au plus tard le lundi 23 novembre 2026 à 14:00.", await Read(Paul));
        Assert.Contains("première réponse sous 4 h", await Read(Paul));
    }

    [Fact]
    public async Task The_same_in_the_language_of_whoever_reads_English()
    {
        await stage.Declares("ines.costa", ("requestedPriority", "P2"));
        Assert.Contains("Hello Inês,", await Read(Ines));
        Assert.Contains("You will have a first answer by Wednesday 25 November 2026 at 10:00 at the latest.", await Read(Ines));
        Assert.DoesNotContain("Bonjour", await Read(Ines));
    }

    [Fact]
    public async Task A_language_that_was_chosen_in_a_conversation_is_that_of_the_mails_too()
    {
        await stage.Store.Write(async session =>
        {
            await session.ChooseLanguage(stage.Directory.Current.Person("paul.renard")!, Tongue.English);
            return 0;
        }, TestContext.Current.CancellationToken);
        await stage.Declares("paul.renard");
        Assert.Contains("Hello Paul,", await Read(Paul));
        Assert.DoesNotContain("Bonjour", await Read(Paul));
    }

    [Fact]
    public async Task A_premium_P1_without_a_call_is_asked_to_phone_because_the_hour_starts_with_the_call()
    {
        var ticket = await stage.Declares("claire.morel");
        Assert.Contains("Appelez maintenant le +33199000000 en citant INC-000001", await Read(Claire));
        Assert.Contains("cette heure commence avec votre appel", await Read(Claire));
        Assert.Contains("Même sans appel, nous visons une première réponse au plus tard le lundi 23 novembre 2026 à 14:00.", await Read(Claire));
        await stage.Does(ticket, "claire.morel", new RecordCall(null));
        await stage.Does(ticket, "nadia.benali", new Requalify(Priority.P2, "Un seul serveur touché."));
        Assert.DoesNotContain("Appelez", await Read(Claire));
    }

    [Fact]
    public async Task A_best_effort_has_no_deadline_and_says_so()
    {
        await stage.Declares("paul.renard", ("requestedPriority", "P3"));
        Assert.Contains("best effort, sans échéance", await Read(Paul));
    }

    [Fact]
    public async Task A_level_that_the_offer_does_not_have_is_explained()
    {
        await stage.Declares("ines.costa");
        Assert.Contains("The DEVELOPPEUR offer does not include the level P1 – Critical that you asked for", await Read(Ines));
    }

    [Fact]
    public async Task An_engineers_words_are_quoted_as_they_were_written()
    {
        var ticket = await stage.Declares("paul.renard");
        await stage.Does(ticket, "nadia.benali", new Acknowledge("Nous regardons.\n<b>Patience</b> & calme."));
        Assert.Contains("Nadia Benali a pris en charge l’incident INC-000001 et vous écrit :\n\n> Nous regardons.\n> <b>Patience</b> & calme.", await Read(Paul));
        Assert.Contains(">Nous regardons.\n&lt;b&gt;Patience&lt;/b&gt; &amp; calme.</blockquote>", (await Last(Paul)).Html.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_question_says_that_work_waits_for_the_answer_and_the_answer_is_thanked_for()
    {
        var ticket = await Taken("paul.renard");
        await stage.Does(ticket, "nadia.benali", new Hold("Depuis quelle heure ?"));
        Assert.Contains("> Depuis quelle heure ?", await Read(Paul));
        Assert.Contains("il reprend dès que vous répondez", await Read(Paul));
        await stage.Does(ticket, "paul.renard", new Comment("Depuis 9 h 40."));
        Assert.Contains("Merci, votre réponse est bien arrivée : le traitement de l’incident INC-000001 reprend.", await Read(Paul));
        Assert.Contains("Paul Renard écrit au sujet de l’incident INC-000001 :\n\n> Depuis 9 h 40.", await Read(Nadia));
        Assert.Contains("Méridien Logistique (BUSINESS), P1 – Critique :", await Read(Nadia));
    }

    [Fact]
    public async Task A_dispute_about_the_priority_is_told_from_proposal_to_decision()
    {
        var ticket = await Taken("yanis.haddad");
        await stage.Does(ticket, "nadia.benali", new Requalify(Priority.P2, "A workaround exists."));
        Assert.Contains("Nadia Benali proposes to treat incident INC-000001 with priority P2 – Major", await Read(Yanis));
        Assert.Contains("> A workaround exists.", await Read(Yanis));
        await stage.Does(ticket, "sylvie.roux", new Requalify(Priority.P2, "It does."));
        Assert.Contains("Sylvie Roux has decided: incident INC-000001 is treated with priority P2 – Major.", await Read(Yanis));
        Assert.Contains("This decision is final.", await Read(Yanis));
    }

    [Fact]
    public async Task A_resolution_says_where_it_stands_what_to_do_and_when_it_closes_by_itself()
    {
        var ticket = await Taken("paul.renard");
        await stage.Does(ticket, "nadia.benali", new Resolve(Fix.Preproduction, "Correctif livré."));
        Assert.Contains("disponible en pré-production et attend sa mise en production", await Read(Paul));
        Assert.Contains("sera clos automatiquement le lundi 30 novembre 2026 à 19:00.", await Read(Paul));
        await stage.Does(ticket, "paul.renard", new Contest("Toujours lent."));
        Assert.Contains("l’incident INC-000001 est de nouveau en cours", await Read(Paul));
        Assert.Contains("Paul Renard conteste la résolution de l’incident INC-000001 :\n\n> Toujours lent.", await Read(Nadia));
        await stage.Does(ticket, "nadia.benali", new Resolve(Fix.Production, "Cette fois oui."));
        Assert.Contains("la solution est appliquée en production", await Read(Paul));
        await stage.Does(ticket, "paul.renard", new Confirm(null));
        Assert.Contains("Merci d’avoir confirmé la résolution", await Read(Paul));
        Assert.Contains("Paul Renard a confirmé la résolution : l’incident INC-000001 est clos.", await Read(Nadia));
    }

    [Fact]
    public async Task Silence_is_reminded_of_with_the_closing_instant_and_then_closes()
    {
        var ticket = await Taken("paul.renard");
        await stage.Does(ticket, "nadia.benali", new Resolve(Fix.Production, null));
        await Until(Instant.FromUtc(2026, 11, 26, 8, 0));
        Assert.Contains("est résolu et attend votre confirmation", await Read(Paul));
        Assert.Contains("sera clos automatiquement le lundi 30 novembre 2026 à 19:00.", await Read(Paul));
        await Until(Instant.FromUtc(2026, 11, 30, 18, 0));
        Assert.Contains("Cinq jours ouvrés ont passé sans nouvelle de votre part", await Read(Paul));
        Assert.Contains("déclarez-en un nouveau en citant INC-000001", await Read(Paul));
    }

    [Fact]
    public async Task Out_of_scope_is_said_with_its_reason()
    {
        var ticket = await stage.Declares("paul.renard");
        await stage.Does(ticket, "nadia.benali", new MarkOutOfScope("Il s’agit de votre application."));
        Assert.Contains("il ne concerne pas les Services", await Read(Paul));
        Assert.Contains("> Il s’agit de votre application.", await Read(Paul));
    }

    [Fact]
    public async Task The_desk_is_warned_with_the_deadline_and_told_when_it_is_missed()
    {
        await stage.Declares("paul.renard");
        await Until(Instant.FromUtc(2026, 11, 23, 12, 0));
        Assert.Contains("75% of the initial response time of incident INC-000001 has passed", await Read(Tom));
        Assert.Contains("It is due on Monday 23 November 2026 at 14:00.", await Read(Tom));
        await Until(Instant.FromUtc(2026, 11, 23, 13, 1));
        Assert.Contains("le lundi 23 novembre 2026 à 14:00, est passée sans que personne", await Read(Sylvie));
    }

    [Fact]
    public async Task A_soft_target_that_passed_is_told_to_the_supervisors()
    {
        await stage.Declares("claire.morel");
        await Until(Instant.FromUtc(2026, 11, 23, 13, 0));
        Assert.Contains("Borealis Énergie n’a pas appelé au sujet de l’incident INC-000001", await Read(Sylvie));
    }

    [Fact]
    public async Task Whoever_is_handed_a_ticket_is_told_by_whom()
    {
        var ticket = await Taken("paul.renard");
        await stage.Does(ticket, "nadia.benali", new Assign("tom.lefevre"));
        Assert.Contains("Nadia Benali has assigned incident INC-000001 to you.", await Read(Tom));
    }

    private async Task<Ticket> Taken(string contact)
    {
        var ticket = await stage.Declares(contact);
        return await stage.Does(ticket, "nadia.benali", new Acknowledge("Nous regardons."));
    }

    private async Task Until(Instant at)
    {
        // What is on its way arrives first: days later it would have taken too long.
        await stage.Drained();
        stage.Time.SetUtcNow(at.ToDateTimeOffset());
        await stage.CatchesUp();
    }

    private async Task<RenderedMail> Last(string address)
    {
        await stage.Drained();
        return mails.LastTo(address);
    }

    private async Task<string> Read(string address) => (await Last(address)).Text.Replace('\u00a0', ' ').ReplaceLineEndings("\n");
}
