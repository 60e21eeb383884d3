using ChatSupport.Tests.Driver;
using ChatSupport.Tests.Portal;
using Microsoft.Playwright;

namespace ChatSupport.Tests.Browser;

/// <summary>One browser for the whole run; each test has contexts of its own in it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>In milliseconds. A machine that does many things at once is slow, and not wrong.</summary>
    private const int Patience = 90_000;

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            // Containers run as root, have a small /dev/shm and no graphics.
            Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>A fresh window; whatever its console complains of ends up in its errors.</summary>
    public async Task<Window> Opens(RunningDesk desk, ColorScheme scheme = ColorScheme.Light, int width = 1280, string locale = "fr-FR")
    {
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = desk.Http.BaseAddress!.ToString(),
            ColorScheme = scheme,
            Locale = locale,
            TimezoneId = "Europe/Paris",
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = width, Height = width < 600 ? 844 : 800 },
        });
        context.SetDefaultTimeout(Patience);
        return new Window(context, await context.NewPageAsync());
    }

    /// <summary>The same with somebody signed in, by a link as their mail has it.</summary>
    public async Task<Window> OpensFor(RunningDesk desk, string person, ColorScheme scheme = ColorScheme.Light, int width = 1280)
    {
        var window = await Opens(desk, scheme, width);
        await window.Page.GotoAsync(await PortalVisitor.LinkFor(desk, person));
        await window.Page.Locator("main button").ClickAsync();
        await window.Page.WaitForURLAsync("**/portal");
        return window;
    }
}

[CollectionDefinition(nameof(Chromium))]
public sealed class OneBrowser : ICollectionFixture<Chromium>;
