using System.Net;
using System.Text;
using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Portal.Chat;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Storage;
using ChatSupport.Tests.Driver;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Choice = ChatSupport.Bot.Dialogs.Choice;

namespace ChatSupport.Tests.Portal;

public sealed class EscapingTests : IAsyncLifetime
{
    private const string Attack = "x\"'><img src=x onerror=alert(1)><script>alert(2)</script></textarea>&lt;";
    private RunningDesk desk = null!;

    public async ValueTask InitializeAsync() => desk = await RunningDesk.At("2026-11-24T10:12:00+01:00");

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task Whatever_is_written_on_a_ticket_is_shown_and_never_run()
    {
        var texts = new[] { "title", "description", "businessImpact", "reason", "actionsTried", "evidence", "recentChange" };
        var ticket = await desk.Declares("paul.renard", [.. texts.Select(key => (key, (object?)Attack)), ("clientRef", Attack[..40])]);
        var path = $"/portal/tickets/{ticket.Reference}";
        await desk.Does(ticket, "comment", "paul.renard", Attack);
        await desk.Does(ticket, "acknowledge", "tom.lefevre", Attack);
        await desk.Does(ticket, "note", "tom.lefevre", Attack);
        await desk.Does(ticket, "requalify", "tom.lefevre", Attack, ("priority", "P2"));
        using var tom = await PortalVisitor.SignedIn(desk, "tom.lefevre");
        await tom.Attaches(path, Attack, ("<img src=x onerror=alert(1)>.log", Encoding.UTF8.GetBytes("x")));

        foreach (var page in new[] { path, "/portal/tickets", "/portal" })
            IsHarmless(await tom.Sees(page));
        Assert.Contains("&lt;img src=x onerror=alert(1)&gt;.log", await tom.Sees(path));
    }

    [Fact]
    public async Task What_comes_back_in_a_form_or_an_address_is_harmless_too()
    {
        using var paul = await PortalVisitor.SignedIn(desk, "paul.renard");
        var refused = await paul.Sends("/portal/declare", "/portal/declare",
            ("answer.title", Attack), ("answer.description", Attack), ("answer.startedAt", Attack), ("answer.region", Attack), ("follows", Attack), ($"answer.{Attack}", "x"));
        var address = Uri.EscapeDataString(Attack);

        IsHarmless(await PortalVisitor.Text(refused));
        IsHarmless(await paul.Sees("/portal/declare"));
        IsHarmless(await paul.Sees($"/portal/tickets?find={address}&status={address}&client={address}&after={address}"));
        IsHarmless(await paul.Sees($"/portal/tickets/{address}", HttpStatusCode.NotFound));
        IsHarmless(await paul.Sees($"/portal/sign-in?to={address}&lang={address}"));
    }

    [Fact]
    public async Task What_is_said_in_the_chat_is_harmless_too()
    {
        var fields = new[] { new FormField(Attack, FieldKind.ShortText, Attack, Attack, true, 10, []), new FormField("c", FieldKind.Choice, "c", "", true, 10, [new Choice(Attack, Attack)]) };
        Reply[] replies =
        [
            new Reply.Text(Attack), new Reply.Card(Attack), new Reply.Notice(Tone.Refusal, Attack), new Reply.Choices(Attack, [new Choice(Attack, Attack)]),
            new Reply.Form(Attack, Attack, fields, new Dictionary<string, FieldAnswer> { [Attack] = FieldAnswer.Of(Attack) }, new Dictionary<string, string> { [Attack] = Attack }),
        ];
        await desk.Services.GetRequiredService<Store>().Write(async session =>
        {
            await session.Write("web:paul.renard", "d", 0, NodaConstants.UnixEpoch, Line.Body(Attack));
            for (var i = 0; i < replies.Length; i++)
                await session.Write("web:paul.renard", "d", i + 1, NodaConstants.UnixEpoch, Line.Body(replies[i]));
            return replies;
        }, TestContext.Current.CancellationToken);
        using var paul = await PortalVisitor.SignedIn(desk, "paul.renard");

        IsHarmless(await paul.Sees("/portal"));
    }

    private static void IsHarmless(string html)
    {
        Assert.DoesNotContain("<img", html);
        Assert.DoesNotContain("<script>", html);
        Assert.DoesNotContain("x\"'>", html);
    }
}
