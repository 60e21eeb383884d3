using ChatSupport.Tests.Driver;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatSupport.Tests.Browser;

[Collection(nameof(Chromium))]
public sealed class PhonesTests(Chromium chromium)
{
    private const string Night = "2026-12-06T03:05:00+01:00";
    private const string Phones = "--Demo:Phone=true";

    [Fact]
    public async Task A_stranger_calls_at_night_leaves_a_message_and_takes_the_page_with_one_key()
    {
        await using var desk = await RunningDesk.At(Night, Phones);
        await using var stranger = await chromium.Opens(desk, width: 1440);
        var page = stranger.Page;
        await page.GotoAsync("/");
        await page.Locator("#dial-from").SelectOptionAsync("+33639980101");
        await page.Locator("#dial").ClickAsync();
        await Expect(Heard(page, "caller")).ToContainTextAsync("bonjour Borealis Énergie");
        await Press(page, "caller", "1");

        await Choose(page, "nadia.benali", "Laisser sonner");
        await Expect(Heard(page, "caller")).ToContainTextAsync("un autre ingénieur");
        await Choose(page, "tom.lefevre", "Le répondeur décroche");
        await Expect(Heard(page, "tom.lefevre")).ToContainTextAsync("Press 1 to take the call");
        await Choose(page, "tom.lefevre", "Ne rien presser");
        await page.Locator("#words-caller").FillAsync("Le réseau de fr1 est coupé pour toute la production, ici Claire Morel de Borealis Énergie");
        await Choose(page, "caller", "Laisser ce message");
        await Expect(Heard(page, "caller")).ToContainTextAsync("Votre message est gardé");
        await Choose(page, "caller", "Raccrocher");

        await Choose(page, "nadia.benali", "Décrocher");
        await Expect(Heard(page, "nadia.benali")).ToContainTextAsync("Incident P1");
        await Press(page, "nadia.benali", "2");
        await Expect(Heard(page, "nadia.benali").Locator("audio")).ToHaveCountAsync(1);
        await Press(page, "nadia.benali", "1");
        await Expect(Heard(page, "nadia.benali")).ToContainTextAsync("est à vous");
        await Expect(page.Locator("#rows")).ToContainTextAsync("Nadia Benali");
        await Expect(page.Locator("#messages")).ToContainTextAsync("s’en occupe");
        stranger.IsQuiet();
    }

    [Fact]
    public async Task Two_people_talk_until_one_of_them_hangs_up()
    {
        await using var desk = await RunningDesk.At(Night, Phones);
        await using var stranger = await chromium.Opens(desk, locale: "en-GB");
        var page = stranger.Page;
        await page.GotoAsync("/");
        await page.Locator("#dial-from").SelectOptionAsync("+33639980102");
        await page.Locator("#dial").ClickAsync();
        await Press(page, "caller", "1");
        await Choose(page, "nadia.benali", "Answer");
        await Press(page, "nadia.benali", "1");
        await Expect(State(page, "caller")).ToHaveTextAsync("in conversation");
        await Choose(page, "nadia.benali", "Hang up");
        await Expect(Heard(page, "caller")).ToContainTextAsync("Thank you for your call");
        await Expect(State(page, "caller")).ToHaveTextAsync("hung up");
        stranger.IsQuiet();
    }

    [Fact]
    public async Task A_sound_that_is_attached_is_what_the_engineer_hears()
    {
        await using var desk = await RunningDesk.At(Night, Phones);
        await using var stranger = await chromium.Opens(desk);
        var page = stranger.Page;
        await page.GotoAsync("/");
        await page.Locator("#dial-from").SelectOptionAsync("");
        await page.Locator("#dial").ClickAsync();
        await Choose(page, "caller", "Ne rien presser");
        await page.Locator("[data-sound]").SetInputFilesAsync(new FilePayload { Name = "message.wav", MimeType = "audio/wav", Buffer = Carriers.Twilio.Recording.Tone(2) });
        await Expect(Heard(page, "caller")).ToContainTextAsync("Votre message est gardé");
        await Choose(page, "caller", "Raccrocher");

        await Choose(page, "nadia.benali", "Décrocher");
        await Expect(Heard(page, "nadia.benali")).ToContainTextAsync("numéro masqué");
        await Press(page, "nadia.benali", "2");
        var sound = await Heard(page, "nadia.benali").Locator("audio").GetAttributeAsync("src");
        var (status, bytes) = await Fetch(page, sound!);
        Assert.Equal(200, status);
        Assert.InRange(bytes, 2 * 16_000, (2 * 16_000) + 1000);
        stranger.IsQuiet();
    }

    [Fact]
    public async Task Whoever_hangs_up_in_the_middle_of_a_message_has_left_it()
    {
        await using var desk = await RunningDesk.At(Night, Phones);
        await using var stranger = await chromium.Opens(desk);
        var page = stranger.Page;
        await page.GotoAsync("/");
        await page.Locator("#dial-from").SelectOptionAsync("");
        await page.Locator("#dial").ClickAsync();
        await Choose(page, "caller", "Ne rien presser");
        await page.Locator("#words-caller").FillAsync("Le réseau de fr1 est coupé");
        await Choose(page, "caller", "Raccrocher");

        await Expect(State(page, "caller")).ToHaveTextAsync("raccroché");
        await Choose(page, "nadia.benali", "Décrocher");
        await Expect(Heard(page, "nadia.benali")).ToContainTextAsync("numéro masqué");
        await Press(page, "nadia.benali", "2");
        await Expect(Heard(page, "nadia.benali").Locator("audio")).ToHaveCountAsync(1);
        stranger.IsQuiet();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440, "fr-FR")]
    [InlineData(ColorScheme.Dark, 390, "en-GB")]
    public async Task Everybody_can_use_the_phones_with_a_keyboard_and_they_fit(ColorScheme scheme, int width, string locale)
    {
        await using var desk = await RunningDesk.At(Night, Phones);
        await using var stranger = await chromium.Opens(desk, scheme, width, locale);
        var page = stranger.Page;
        await page.GotoAsync("/");
        await page.Locator("#dial-from").SelectOptionAsync("+33639980101");
        await page.Locator("#dial").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#phone-caller .key").First.FocusAsync();
        await stranger.IsSound();
        await page.Keyboard.PressAsync("Enter");
        await Expect(State(page, "nadia.benali")).ToHaveAttributeAsync("data-prompt", "Ringing");
        await stranger.IsSound();
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    private static ILocator Heard(IPage page, string phone) => page.Locator($"[id='phone-{phone}-heard']");

    private static ILocator State(IPage page, string phone) => page.Locator($"[id='phone-{phone}-state']");

    private static Task Choose(IPage page, string phone, string what) => page.Locator($"[id='phone-{phone}-doing']").GetByRole(AriaRole.Button, new() { Name = what, Exact = true }).ClickAsync();

    private static Task Press(IPage page, string phone, string key) => Choose(page, phone, key);

    private static async Task<(int Status, int Bytes)> Fetch(IPage page, string path)
    {
        var answer = await page.APIRequest.GetAsync(path);
        return (answer.Status, (await answer.BodyAsync()).Length);
    }
}
