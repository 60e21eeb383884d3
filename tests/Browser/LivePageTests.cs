using ChatSupport.Tests.Driver;
using static Microsoft.Playwright.Assertions;

namespace ChatSupport.Tests.Browser;

[Collection(nameof(Chromium))]
public sealed class LivePageTests(Chromium chromium) : IAsyncLifetime
{
    private RunningDesk desk = null!;
    private Window paul = null!;

    public async ValueTask InitializeAsync()
    {
        desk = await RunningDesk.At("2026-11-24T10:12:00+01:00");
        paul = await chromium.OpensFor(desk, "paul.renard");
    }

    public async ValueTask DisposeAsync()
    {
        await paul.DisposeAsync();
        await desk.DisposeAsync();
    }

    [Fact]
    public async Task A_second_window_shows_what_happens_in_the_first()
    {
        var ticket = await desk.Declares("paul.renard");
        var path = $"/portal/tickets/{ticket.Reference}";
        var (one, list) = (paul.Page, await paul.Second());
        await using var tom = await chromium.OpensFor(desk, "tom.lefevre");
        await one.GotoAsync(path);
        await list.GotoAsync("/portal/tickets");
        await tom.Page.GotoAsync($"{path}?act=acknowledge");

        await tom.Page.Locator("#act-words").FillAsync("Je m’en occupe.");
        await tom.Page.Locator("#act .primary").ClickAsync();

        await Expect(one.Locator("#timeline")).ToContainTextAsync("Je m’en occupe.");
        await Expect(one.Locator("#tags .pill")).ToHaveTextAsync("En cours");
        await Expect(list.Locator("#list .pill")).ToHaveTextAsync("En cours");
        await one.Locator("#comment-words").FillAsync("Merci Tom.");
        await one.Keyboard.PressAsync("Control+Enter");
        await Expect(tom.Page.Locator("#timeline")).ToContainTextAsync("Merci Tom.");
        tom.IsQuiet();
        paul.IsQuiet();
    }

    [Fact]
    public async Task Whoever_is_writing_loses_nothing_when_the_page_changes_around_them()
    {
        var ticket = await desk.Declares("paul.renard");
        await paul.Page.GotoAsync($"/portal/tickets/{ticket.Reference}");
        await paul.Page.Locator("#comment-words").FillAsync("J’écris encore");
        await desk.Does(ticket, "acknowledge", "tom.lefevre", "Je regarde.");

        await Expect(paul.Page.Locator("#timeline")).ToContainTextAsync("Je regarde.");
        await Expect(paul.Page.Locator("#comment-words")).ToHaveValueAsync("J’écris encore");
        await Expect(paul.Page.Locator("#comment-words")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_chat_is_the_same_in_both_windows_and_works_by_keyboard()
    {
        var (one, other) = (paul.Page, await paul.Second());
        await other.GotoAsync("/portal");
        await one.Locator("#words").FillAsync("Bonjour,");
        await one.Keyboard.PressAsync("Shift+Enter");
        await one.Keyboard.TypeAsync("mes volumes ne répondent plus.");
        await one.Keyboard.PressAsync("Enter");

        await Expect(one.Locator(".line.desk")).Not.ToHaveCountAsync(0);
        await Expect(one.Locator("#words")).ToHaveValueAsync("");
        await Expect(other.Locator(".line.mine .bubble")).ToHaveTextAsync("Bonjour, mes volumes ne répondent plus.");
        await Expect(one.Locator(".line.mine")).ToHaveCountAsync(1);
        paul.IsQuiet();
    }

    [Fact]
    public async Task A_message_that_could_not_leave_says_so_and_leaves_once_when_it_can()
    {
        var page = paul.Page;
        await page.RouteAsync("**/portal", route => route.Request.Method == "POST" ? route.AbortAsync() : route.ContinueAsync());
        await page.Locator("#words").FillAsync("Y a-t-il quelqu’un ?");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".failed")).ToContainTextAsync("n’est pas parti");

        await page.UnrouteAllAsync();
        await page.Locator(".failed button").ClickAsync();

        await Expect(page.Locator(".line.desk")).Not.ToHaveCountAsync(0);
        await Expect(page.Locator(".line.mine")).ToHaveCountAsync(1);
        await Expect(page.Locator(".failed")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_page_whose_reader_signed_out_elsewhere_says_so()
    {
        await paul.Page.GotoAsync("/portal/tickets");
        var other = await paul.Second();
        await other.GotoAsync("/portal/help");
        await other.Locator(".me summary").ClickAsync();
        await other.Locator("[action='/portal/sign-out'] button").ClickAsync();
        await desk.Declares("paul.renard");

        await Expect(paul.Page.Locator("#signed-out")).ToBeVisibleAsync();
    }
}
