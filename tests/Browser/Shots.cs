using ChatSupport.Tests.Driver;
using ChatSupport.Bot.Portal.Chat;
using ChatSupport.Bot.Dialogs;
using ChatSupport.Desk.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ChatSupport.Tests.Browser;

[Collection(nameof(Chromium))]
public sealed class Shots(Chromium chromium)
{
    [Fact]
    public async Task All()
    {
        await using var desk = await RunningDesk.At("2026-11-24T10:12:00+01:00");
        var out_ = "/tmp/ptools/shots"; System.IO.Directory.CreateDirectory(out_);
        var t1 = await desk.Declares("claire.morel", ("title", "API Keystone : erreurs 503 intermittentes"), ("requestedPriority","P2"), ("serviceInterrupted","degraded"));
        var t2 = await desk.Declares("claire.morel");
        var t3 = await desk.Declares("paul.renard", ("title","Volumes lents sur fr2"), ("requestedPriority","P3"),("serviceInterrupted","no"));
        var t4 = await desk.Declares("paul.renard", ("title","Toutes les instances de fr1 sont injoignables depuis le déploiement de ce matin"));
        await desk.Does(t1, "acknowledge", "nadia.benali", "Bonjour Claire, je regarde. Les erreurs viennent-elles d’une seule zone ?");
        await desk.Does(t1, "note", "nadia.benali", "Mémoire du nœud ks-3 à surveiller.");
        await desk.Does(t1, "comment", "claire.morel", "Oui, uniquement depuis la zone B.\nLes autres répondent.");
        await desk.Does(t1, "hold", "nadia.benali", "Pouvez-vous joindre un request-id ?");
        await desk.Does(t3, "acknowledge", "tom.lefevre");
        await desk.Does(t3, "resolve", "tom.lefevre", "Le cache a été vidé.", ("fix","Production"));
        await desk.Services.GetRequiredService<Store>().Write(async s => {
            var at = NodaTime.Instant.FromUtc(2026,11,24,9,5);
            async Task W(string d, int p, string b) => await s.Write("web:claire.morel", d, p, at, b);
            await W("a",0,Line.Body("Bonjour, l’API Keystone répond 503 une fois sur trois depuis 9 h 40."));
            await W("a",1,Line.Body(new Reply.Text("Merci Claire. Je note : service « Identité (Keystone) », début à 09:40.")));
            await W("a",2,Line.Body(new Reply.Choices("Quelle région est touchée ?", [new("r:fr1","fr1"),new("r:fr2","fr2"),new("r:all","toutes")])));
            await W("b",0,Line.Body("fr1"));
            await W("b",1,Line.Body(new Reply.Notice(Tone.Good, "C’est noté. Votre incident est déclaré.")));
            await W("b",2,Line.Body(new Reply.Card(t1.Reference)));
            await W("b",3,Line.Body(new Reply.Choices("Et maintenant ?", [new("c1","Joindre un fichier"),new("c2","Suivre ce ticket", ChoiceStyle.Primary),new("c3","Annuler la déclaration", ChoiceStyle.Danger)])));
            return 0; }, TestContext.Current.CancellationToken);
        foreach (var (scheme, width, tag) in new[] { (ColorScheme.Light, 1280, "lw"), (ColorScheme.Dark, 1280, "dw"), (ColorScheme.Light, 390, "ln"), (ColorScheme.Dark, 390, "dn") })
        {
            await using var w = await chromium.OpensFor(desk, "claire.morel", scheme, width);
            var p = w.Page;
            await p.ScreenshotAsync(new(){Path=$"{out_}/chat-{tag}.png"});
            await p.GotoAsync("/portal/tickets"); await p.ScreenshotAsync(new(){Path=$"{out_}/list-{tag}.png"});
            await p.GotoAsync($"/portal/tickets/{t1.Reference}"); await p.ScreenshotAsync(new(){Path=$"{out_}/ticket-{tag}.png", FullPage = true});
            await p.GotoAsync($"/portal/tickets/{t2.Reference}"); await p.ScreenshotAsync(new(){Path=$"{out_}/call-{tag}.png"});
            await p.GotoAsync("/portal/declare"); await p.ScreenshotAsync(new(){Path=$"{out_}/declare-{tag}.png"});
            if (tag is "lw" or "ln") { await p.ScreenshotAsync(new(){Path=$"{out_}/declarefull-{tag}.png", FullPage = true}); }
            await p.GotoAsync("/portal/help"); await p.ScreenshotAsync(new(){Path=$"{out_}/help-{tag}.png"});
            w.IsQuiet();
            await using var e = await chromium.OpensFor(desk, "sylvie.roux", scheme, width);
            await e.Page.GotoAsync("/portal/tickets"); await e.Page.ScreenshotAsync(new(){Path=$"{out_}/queue-{tag}.png"});
            await e.Page.GotoAsync($"/portal/tickets/{t1.Reference}"); await e.Page.ScreenshotAsync(new(){Path=$"{out_}/eticket-{tag}.png"});
            await e.Page.GotoAsync($"/portal/tickets/{t4.Reference}?act=acknowledge"); await e.Page.ScreenshotAsync(new(){Path=$"{out_}/eact-{tag}.png"});
            await e.Page.GotoAsync("/portal"); await e.Page.ScreenshotAsync(new(){Path=$"{out_}/echat-{tag}.png"});
            await using var k = await chromium.OpensFor(desk, "ines.costa", scheme, width);
            await k.Page.GotoAsync("/portal/tickets"); await k.Page.ScreenshotAsync(new(){Path=$"{out_}/en-list-{tag}.png"});
            await k.Page.GotoAsync("/portal/declare"); await k.Page.ClickAsync("#declaration .button.primary"); await k.Page.WaitForSelectorAsync(".callout.refusal"); await k.Page.ScreenshotAsync(new(){Path=$"{out_}/en-errors-{tag}.png"});
            await using var a = await chromium.Opens(desk, scheme, width, "en-GB");
            await a.Page.GotoAsync("/portal"); await a.Page.ScreenshotAsync(new(){Path=$"{out_}/en-signin-{tag}.png"});
        }
    }
}
