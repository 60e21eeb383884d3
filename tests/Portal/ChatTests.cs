using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Portal.Chat;
using ChatSupport.Desk.Storage;
using ChatSupport.Tests.Driver;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ChatSupport.Tests.Portal;

public sealed class ChatTests : IAsyncLifetime
{
    private RunningDesk desk = null!;

    public async ValueTask InitializeAsync() => desk = await RunningDesk.At("2026-11-24T10:12:00+01:00");

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task What_is_said_twice_under_one_name_stands_once_with_its_answer()
    {
        using var paul = await PortalVisitor.SignedIn(desk, "paul.renard");
        var form = PortalVisitor.HiddenIn(PortalVisitor.FormOf(await paul.Sees("/portal"), "/portal", "composer"));
        for (var time = 0; time < 2; time++)
            Assert.Equal("/portal", (await paul.Posts("/portal", [.. form, ("text", "Bonjour, nos machines de fr1 ne répondent plus.")])).Headers.Location?.ToString());

        var page = await paul.Sees("/portal");
        Assert.Equal(2, page.Split("nos machines de fr1").Length);
        Assert.Contains("class=\"line desk\"", page);
    }

    [Fact]
    public async Task A_secret_that_was_pasted_is_not_shown_again()
    {
        using var paul = await PortalVisitor.SignedIn(desk, "paul.renard");
        await paul.Sends("/portal", "/portal", ("text", "Mon accès : password=hunter2!"));

        Assert.DoesNotContain("hunter2", await paul.Sees("/portal"));
    }

    [Fact]
    public async Task Only_the_latest_turn_can_still_be_answered_and_a_card_shows_the_ticket_as_it_is()
    {
        var ticket = await desk.Declares("paul.renard");
        await Transcript("a", new Reply.Choices("Quelle région ?", [new Choice("r:fr1", "Région fr1")]));
        await Transcript("b", new Reply.Card(ticket.Reference), new Reply.Choices("Et maintenant ?", [new Choice("go", "Continuer", ChoiceStyle.Primary)]));
        await desk.Does(ticket, "acknowledge", "tom.lefevre");
        using var paul = await PortalVisitor.SignedIn(desk, "paul.renard");

        var page = await paul.Sees("/portal");
        Assert.Contains("Quelle région ?", page);
        Assert.DoesNotContain("value=\"r:fr1\"", page);
        Assert.Contains("""<button name="choice" value="go" class="button primary">Continuer</button>""", page);
        Assert.Contains("<span class=\"pill inprogress\">En cours</span>", page);
    }

    [Fact]
    public async Task A_card_of_another_company_shows_nothing()
    {
        var ticket = await desk.Declares("claire.morel", ("title", "Panne très privée"));
        await Transcript("a", new Reply.Card(ticket.Reference));
        using var paul = await PortalVisitor.SignedIn(desk, "paul.renard");

        Assert.DoesNotContain("privée", await paul.Sees("/portal"));
    }

    [Fact]
    public async Task A_question_that_holds_a_ticket_stands_in_the_chat_as_soon_as_it_is_asked()
    {
        var ticket = await desk.Declares("paul.renard");
        await Transcript("a", new Reply.Card(ticket.Reference));
        using var paul = await PortalVisitor.SignedIn(desk, "paul.renard");
        await desk.Does(ticket, "acknowledge", "tom.lefevre", "Je regarde.");
        await desk.Does(ticket, "note", "tom.lefevre", "Sans doute le réseau.");
        await desk.Does(ticket, "hold", "tom.lefevre", "Quel projet exactement ?");

        var news = (await paul.Sees("/portal")).Replace('\u00a0', ' ').Split("id=\"news-INC-000001-");
        Assert.Equal(3, news.Length);
        Assert.Matches("Tom Lefèvre a pris l’incident en charge</p>\\s*<blockquote>Je regarde.</blockquote>", news[1]);
        Assert.Matches("Tom Lefèvre attend une information du client</p>\\s*<blockquote>Quel projet exactement \\?</blockquote>", news[2]);
    }

    [Fact]
    public async Task An_engineer_reads_in_the_chat_what_the_client_says_of_their_own_tickets_only()
    {
        var (mine, other) = (await desk.Declares("paul.renard"), await desk.Declares("claire.morel"));
        await desk.Does(mine, "acknowledge", "tom.lefevre", "Je regarde.");
        foreach (var ticket in new[] { mine, other })
            await Transcript($"show {ticket.Reference}", "web:tom.lefevre", new Reply.Card(ticket.Reference));
        await desk.Does(mine, "comment", "paul.renard", "Toujours rien.");
        await desk.Does(other, "comment", "claire.morel", "Et chez nous ?");
        using var tom = await PortalVisitor.SignedIn(desk, "tom.lefevre");

        var page = (await tom.Sees("/portal")).Replace('\u00a0', ' ');
        Assert.Matches("Paul Renard wrote</p>\\s*<blockquote>Toujours rien.</blockquote>", page);
        Assert.DoesNotContain($"id=\"news-{other.Reference}", page);
    }

    [Fact]
    public async Task A_long_conversation_is_read_a_page_at_a_time()
    {
        for (var n = 0; n < 70; n++)
            await Transcript($"{n:00}", new Reply.Text($"Réponse {n}."));
        using var paul = await PortalVisitor.SignedIn(desk, "paul.renard");
        var latest = await paul.Sees("/portal");
        var earlier = await paul.Sees("/portal?before=" + latest.Split("/portal?before=")[1].Split('"')[0]);

        Assert.Contains("Réponse 69.", latest);
        Assert.DoesNotContain("Réponse 9.", latest);
        Assert.Contains("Réponse 9.", earlier);
        Assert.DoesNotContain("Réponse 10.", earlier);
    }

    private Task Transcript(string delivery, params Reply[] replies) => Transcript(delivery, "web:paul.renard", replies);

    private async Task Transcript(string delivery, string conversation, params Reply[] replies) => await desk.Services.GetRequiredService<Store>().Write(async session =>
    {
        for (var part = 0; part < replies.Length; part++)
            await session.Write(conversation, delivery, part + 1, NodaConstants.UnixEpoch, Line.Body(replies[part]));
        return replies;
    }, TestContext.Current.CancellationToken);
}
