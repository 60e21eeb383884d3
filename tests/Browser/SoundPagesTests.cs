using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Portal.Chat;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Storage;
using ChatSupport.Tests.Driver;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NodaTime;
using Choice = ChatSupport.Bot.Dialogs.Choice;

namespace ChatSupport.Tests.Browser;

[Collection(nameof(Chromium))]
public sealed class SoundPagesTests(Chromium chromium) : IAsyncLifetime
{
    private RunningDesk desk = null!;
    private TicketSeen ticket = null!;

    public async ValueTask InitializeAsync()
    {
        desk = await RunningDesk.At("2026-11-24T10:12:00+01:00");
        ticket = await desk.Declares("claire.morel");
        await desk.Does(ticket, "acknowledge", "nadia.benali", "Je regarde.");
        await desk.Does(ticket, "note", "nadia.benali", "À surveiller.");
        await desk.Does(ticket, "resolve", "nadia.benali", null, ("fix", "Production"));
        await desk.Declares("claire.morel");
        await Transcribe("web:claire.morel", EveryReply(ticket.Reference));
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 390)]
    public async Task Every_page_can_be_used_by_everybody(ColorScheme scheme, int width)
    {
        await using var stranger = await chromium.Opens(desk, scheme, width);
        await Visit(stranger, "/portal/sign-in", "/portal/sign-in/sent");
        await using var claire = await chromium.OpensFor(desk, "claire.morel", scheme, width);
        await Visit(claire, "/portal", "/portal/declare", "/portal/tickets", "/portal/tickets?status=Closed", Path, $"{Path}?act=contest", "/portal/tickets/INC-000002", "/portal/help", "/portal/privacy");
        await using var sylvie = await chromium.OpensFor(desk, "sylvie.roux", scheme, width);
        await Visit(sylvie, "/portal", "/portal/tickets", Path, "/portal/tickets/INC-000002?act=requalify");
    }

    [Fact]
    public async Task A_form_with_errors_and_a_menu_that_is_open_are_sound_as_well()
    {
        await using var claire = await chromium.OpensFor(desk, "claire.morel");
        await claire.Page.GotoAsync("/portal/declare");
        await claire.Page.Locator("#declaration .primary").ClickAsync();
        await claire.Page.Locator(".callout.refusal").WaitForAsync();
        await claire.Page.Locator(".me summary").ClickAsync();

        await claire.IsSound();
    }

    [Theory]
    [InlineData(390)]
    [InlineData(320)]
    public async Task Nothing_is_wider_than_a_telephone(int width)
    {
        await using var claire = await chromium.OpensFor(desk, "claire.morel", width: width);
        foreach (var path in new[] { "/portal", "/portal/declare", "/portal/tickets", Path })
        {
            await claire.Page.GotoAsync(path);
            Assert.Equal(width, await claire.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        }
    }

    private string Path => $"/portal/tickets/{ticket.Reference}";

    private static async Task Visit(Window window, params string[] paths)
    {
        foreach (var path in paths)
        {
            await window.Page.GotoAsync(path);
            await window.IsSound();
        }
    }

    private async Task Transcribe(string conversation, Reply[] replies) => await desk.Services.GetRequiredService<Store>().Write(async session =>
    {
        await session.Write(conversation, "d", 0, NodaConstants.UnixEpoch, Line.Body("Bonjour"));
        for (var part = 0; part < replies.Length; part++)
            await session.Write(conversation, "d", part + 1, NodaConstants.UnixEpoch, Line.Body(replies[part]));
        return replies;
    }, TestContext.Current.CancellationToken);

    private static Reply[] EveryReply(string reference)
    {
        Choice[] choices = [new("a", "Oui", ChoiceStyle.Primary), new("b", "Non"), new("c", "Annuler", ChoiceStyle.Danger)];
        var fields = Enum.GetValues<FieldKind>()
            .Select(kind => new FormField($"k{kind}", kind, $"Question {kind}", "Ce qu’il faut écrire.", true, 100, kind == FieldKind.Consent ? [new("true", "Oui")] : choices));
        return
        [
            new Reply.Text("Bonjour Claire."), new Reply.Card(reference), new Reply.Choices("On continue ?", choices),
            .. Enum.GetValues<Tone>().Select(tone => new Reply.Notice(tone, $"Un avis : {tone}.")),
            new Reply.Form("f", "Quelques précisions", [.. fields], new Dictionary<string, FieldAnswer>(), new Dictionary<string, string> { ["kPhone"] = "Ce numéro est incomplet." }),
        ];
    }
}
