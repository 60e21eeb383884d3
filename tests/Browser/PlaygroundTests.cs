using ChatSupport.Tests.Driver;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatSupport.Tests.Browser;

[Collection(nameof(Chromium))]
public sealed class PlaygroundTests(Chromium chromium)
{
    [Fact]
    public async Task A_stranger_lives_through_an_incident_from_its_declaration_to_its_closure()
    {
        await using var desk = await RunningDesk.At("2026-11-24T10:12:00+01:00");
        await using var stranger = await chromium.Opens(desk, width: 1440);
        var page = stranger.Page;
        await page.GotoAsync("/");
        var (paul, nadia) = (Seat(page, "contact"), Seat(page, "engineer"));

        foreach (var words in new[]
        {
            "nos VM de fr1 sont injoignables depuis 9 h 40, toute la prod", "les commandes sont arrêtées", "tous", "non", "P1", "plus rien ne tourne",
            "6a9f0b52-1c2d-4e3f-8a4b-5c6d7e8f9a0b", "redémarrage par l’API, sans effet", "+33 6 39 98 02 01", "oui", "déclarer",
        })
            await Say(paul, words);
        await Expect(Latest(paul)).ToContainTextAsync("Première réponse au plus tard le mardi 24 novembre 2026 à 14:12");
        await Say(paul, "pourquoi ?");
        await Expect(Latest(paul)).ToContainTextAsync("de 10:12 à 14:12 : 240 min");
        await Expect(page.Locator("#rows")).ToContainTextAsync("encore 4 h ouvrées");

        await nadia.GetByRole(AriaRole.Link, new() { Name = "Discussion" }).ClickAsync();
        await Say(nadia, "prendre 1");
        await Expect(paul.Locator("#transcript .pill")).ToHaveTextAsync("En cours");
        await Say(nadia, "demander 1 Depuis quelle heure exactement ?");
        await Expect(paul.Locator("#transcript .pill")).ToHaveTextAsync("En attente");
        await Say(paul, "répondre 1 Depuis 9 h 38.");
        await Expect(nadia.Locator("#transcript .pill").Last).ToHaveTextAsync("En cours");
        foreach (var words in new[] { "résoudre 1", "production", "Un hyperviseur a été remplacé." })
            await Say(nadia, words);
        await Expect(page.Locator("#messages .excerpt").First).ToContainTextAsync("Bonne nouvelle");

        await page.Locator("#next-due").ClickAsync();
        await Expect(page.Locator("#said")).ToContainTextAsync("vendredi 27 novembre 2026");
        await page.Locator("#next-due").ClickAsync();
        await Expect(page.Locator("#said")).ToContainTextAsync("19:00, mardi 1er décembre 2026");
        await Expect(paul.Locator("#transcript .pill").First).ToHaveTextAsync("Clos");
        await Expect(page.Locator("#rows")).ToContainTextAsync("aucun ticket n’est ouvert");
        stranger.IsQuiet();
    }

    [Fact]
    public async Task One_press_plays_a_scenario_and_another_sits_somebody_else_down()
    {
        await using var desk = await RunningDesk.At("2026-11-24T10:12:00+01:00");
        await using var stranger = await chromium.Opens(desk, locale: "en-GB");
        var page = stranger.Page;
        await page.GotoAsync("/");
        await page.Locator("#scenario-dispute").ClickAsync();

        await Expect(Seat(page, "engineer").Locator("#offers .primary")).ToHaveTextAsync("Changer la priorité");
        await page.Locator("#engineer-who").SelectOptionAsync("tom.lefevre");
        await Expect(Seat(page, "engineer").Locator("h1")).ToHaveTextAsync("Ticket queue");
        await page.Locator("[data-show]").First.ClickAsync();
        await Expect(Seat(page, "engineer").Locator("#title")).ToHaveTextAsync("La console ne s’ouvre plus");
        Assert.Contains("engineer=tom.lefevre", page.Url, StringComparison.Ordinal);
        stranger.IsQuiet();
    }

    [Fact]
    public async Task A_letter_unfolds_to_its_whole_length_and_stays_open_when_the_next_arrives()
    {
        await using var desk = await RunningDesk.At("2026-12-24T17:30:00+01:00");
        await using var stranger = await chromium.Opens(desk);
        var page = stranger.Page;
        await page.GotoAsync("/");
        var ticket = await desk.Declares("paul.renard");
        await page.Locator("#message-1 summary").ClickAsync();
        var letter = page.FrameLocator("#message-1 .letter");
        await Expect(letter.Locator("body")).ToContainTextAsync("11:30");
        Assert.True(await letter.Locator("html").EvaluateAsync<bool>("html => html.scrollHeight <= innerHeight"));

        await desk.Does(ticket, "acknowledge", "nadia.benali", "Je regarde.");
        await Expect(page.Locator("#message-2")).ToBeVisibleAsync();
        await Expect(page.Locator("#message-1")).ToHaveAttributeAsync("open", "");
        stranger.IsQuiet();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440, "fr-FR")]
    [InlineData(ColorScheme.Dark, 1440, "en-GB")]
    [InlineData(ColorScheme.Dark, 820, "fr-FR")]
    [InlineData(ColorScheme.Light, 390, "en-GB")]
    public async Task Everybody_can_use_it_and_it_fits(ColorScheme scheme, int width, string locale)
    {
        await using var desk = await RunningDesk.At("2026-11-24T10:12:00+01:00");
        await using var stranger = await chromium.Opens(desk, scheme, width, locale);
        await stranger.Page.GotoAsync("/");
        await stranger.IsSound();
        await stranger.Page.Locator("#scenario-christmas").ClickAsync();
        await stranger.Page.Locator("#message-1 summary").ClickAsync();
        await Expect(stranger.Page.FrameLocator("#message-1 .letter").Locator("body")).ToContainTextAsync("Paul");

        await stranger.IsSound();
        Assert.Equal(width, await stranger.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    private static IFrameLocator Seat(IPage page, string name) => page.FrameLocator($"[data-frame={name}]");

    private static ILocator Latest(IFrameLocator seat) => seat.Locator(".line.desk").Last;

    /// <summary>Says it as people do, and waits until it was answered.</summary>
    private static async Task Say(IFrameLocator seat, string words)
    {
        await seat.Locator("#words").FillAsync(words);
        await seat.Locator("#words").PressAsync("Enter");
        await Expect(seat.Locator(".line.pending")).ToHaveCountAsync(0);
        await Expect(seat.Locator(".line.mine .bubble").Last).ToHaveTextAsync(words);
    }
}
