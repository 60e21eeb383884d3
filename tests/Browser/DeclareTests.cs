using ChatSupport.Tests.Driver;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatSupport.Tests.Browser;

[Collection(nameof(Chromium))]
public sealed class DeclareTests(Chromium chromium)
{
    [Fact]
    public async Task Somebody_declares_by_form_and_arrives_at_their_ticket()
    {
        await using var desk = await RunningDesk.At("2026-11-24T10:12:00+01:00");
        await using var paul = await chromium.OpensFor(desk, "paul.renard");
        var page = paul.Page;
        await page.GotoAsync("/portal/declare");

        await page.Locator("#field-title").FillAsync("Volumes illisibles sur fr2");
        await page.Locator("#field-description").FillAsync("Depuis 9 h les volumes de fr2 ne se montent plus.");
        await page.Locator("#field-service").SelectOptionAsync("block-storage");
        await page.GetByLabel("fr2", new() { Exact = true }).CheckAsync();
        await page.Locator("#field-startedAt").FillAsync("2026-11-24T09:00");
        await Choose(page, "serviceInterrupted", "interrupted");
        await Choose(page, "environment", "production");
        await page.Locator("#field-businessImpact").FillAsync("Les entrepôts sont à l’arrêt.");
        await Choose(page, "usersAffected", "all");

        await Expect(page.Locator("#field-workaroundDetails-box")).ToBeHiddenAsync();
        await Choose(page, "workaround", "yes");
        await Expect(page.Locator("#field-workaroundDetails-box")).ToBeVisibleAsync();
        await Expect(page.Locator("#suggestion .badge")).ToHaveTextAsync("P2");
        await Choose(page, "workaround", "no");
        await Expect(page.Locator("#suggestion .badge")).ToHaveTextAsync("P1");
        await Choose(page, "requestedPriority", "P1");
        await Expect(page.Locator("#field-reason-mark")).ToHaveTextAsync("obligatoire");
        await Expect(page.Locator("#kept")).ToBeVisibleAsync();

        // What is written so far survives the page; what is missing is asked for, and nothing is lost.
        await page.ReloadAsync();
        await Expect(page.Locator("#field-businessImpact")).ToHaveValueAsync("Les entrepôts sont à l’arrêt.");
        await page.Locator("#declaration .primary").ClickAsync();
        await Expect(page.Locator("#field-reason-error")).ToHaveTextAsync("Cette réponse manque.");

        await page.Locator("#field-reason").FillAsync("Production arrêtée.");
        await page.Locator("#field-resourceIds").FillAsync("6a9f0b52-1c2d-4e3f-8a4b-5c6d7e8f9a0b");
        await page.Locator("#field-actionsTried").FillAsync("Détacher puis rattacher par l’API.");
        await page.Locator("#field-scopeAttestation").CheckAsync();
        await page.Locator("#declaration .primary").ClickAsync();

        await Expect(page).ToHaveURLAsync("/portal/tickets/INC-000001");
        await Expect(page.Locator("#title")).ToHaveTextAsync("Volumes illisibles sur fr2");
        await Expect(page.Locator(".big .left")).ToContainTextAsync("4:00:00");
        await page.GotoAsync("/portal/declare");
        await Expect(page.Locator("#field-title")).ToHaveValueAsync("");
        paul.IsQuiet();
    }

    private static Task Choose(IPage page, string field, string choice) => page.Locator($"[name='answer.{field}'][value='{choice}']").CheckAsync();
}
