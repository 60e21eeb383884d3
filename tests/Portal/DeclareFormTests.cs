using System.Net;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Portal;

public sealed class DeclareFormTests : IAsyncLifetime
{
    private const string Form = "/portal/declare";
    private RunningDesk desk = null!;

    public async ValueTask InitializeAsync() => desk = await RunningDesk.At("2026-11-24T10:12:00+01:00");

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task A_complete_form_ends_on_the_page_of_its_ticket()
    {
        using var paul = await PortalVisitor.SignedIn(desk, "paul.renard");
        var sent = await paul.Sends(Form, Form, Answers());

        Assert.Equal("/portal/tickets/INC-000001", sent.Headers.Location?.ToString());
        var ticket = await paul.Sees("/portal/tickets/INC-000001");
        Assert.Contains("Toutes les instances de fr1", ticket);
        Assert.Contains("Attendue au plus tard le mardi 24 novembre 2026 à 14:12", ticket);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_that_was_written_is_lost()
    {
        using var paul = await PortalVisitor.SignedIn(desk, "paul.renard");
        var page = await PortalVisitor.Text(await paul.Sends(Form, Form, Answers(("title", "bref"), ("region", ""), ("businessImpact", "Rien ne part des entrepôts."))));

        Assert.Contains("""<p class="error" id="field-region-error" data-part>Cette réponse manque.</p>""", page);
        Assert.Contains("Écrivez au moins 5 caractères", page);
        Assert.Contains("value=\"bref\"", page);
        Assert.Contains("Rien ne part des entrepôts.</textarea>", page);
        Assert.Contains("""value="production" checked""", page);
    }

    [Fact]
    public async Task A_draft_waits_for_its_author_in_another_browser_and_is_gone_once_sent()
    {
        using var paul = await PortalVisitor.SignedIn(desk, "paul.renard");
        var hidden = PortalVisitor.HiddenIn(PortalVisitor.FormOf(await paul.Sees(Form), Form));
        await paul.Posts($"{Form}/draft", [.. hidden, ("answer.title", "Volumes perdus"), ("answer.evidence", "password=hunter2!")]);
        using var elsewhere = await PortalVisitor.SignedIn(desk, "paul.renard");
        var kept = await elsewhere.Sees(Form);

        Assert.Contains("value=\"Volumes perdus\"", kept);
        Assert.DoesNotContain("hunter2", kept);
        await elsewhere.Sends(Form, Form, Answers());
        Assert.DoesNotContain("Volumes perdus", await paul.Sees(Form));
    }

    [Fact]
    public async Task The_page_says_what_the_answers_make_of_the_form()
    {
        using var paul = await PortalVisitor.SignedIn(desk, "paul.renard");
        var hidden = PortalVisitor.HiddenIn(PortalVisitor.FormOf(await paul.Sees(Form), Form));
        var page = await PortalVisitor.Text(await paul.Posts($"{Form}/draft",
            [.. hidden, ("answer.serviceInterrupted", "degraded"), ("answer.environment", "production"), ("answer.workaround", "yes"), ("answer.requestedPriority", "P1")]));

        Assert.Contains("P2 – Majeure : ", page);
        Assert.Contains("""id="field-workaroundDetails-box" data-field>""", page);
        Assert.Contains("""id="field-reason-mark" data-part>obligatoire<""", page);
    }

    [Fact]
    public async Task An_answer_that_no_longer_applies_is_not_declared()
    {
        using var paul = await PortalVisitor.SignedIn(desk, "paul.renard");
        await paul.Sends(Form, Form, Answers(("workaround", "no"), ("workaroundDetails", "Ceci n’est plus vrai.")));

        Assert.DoesNotContain("plus vrai", await paul.Sees("/portal/tickets/INC-000001"));
    }

    [Fact]
    public async Task Sending_twice_declares_once_and_another_content_is_not_taken_for_it()
    {
        using var paul = await PortalVisitor.SignedIn(desk, "paul.renard");
        var hidden = PortalVisitor.HiddenIn(PortalVisitor.FormOf(await paul.Sees(Form), Form));
        (string, string)[] form = [.. hidden, .. Answers()];

        Assert.Equal("/portal/tickets/INC-000001", (await paul.Posts(Form, form)).Headers.Location?.ToString());
        Assert.Equal("/portal/tickets/INC-000001", (await paul.Posts(Form, form)).Headers.Location?.ToString());
        var other = await paul.Posts(Form, [.. hidden, .. Answers(("title", "Tout autre chose"))]);
        Assert.Contains("a déjà été envoyé", await PortalVisitor.Text(other));
    }

    [Fact]
    public async Task A_plan_without_P1_is_not_offered_it()
    {
        using var ines = await PortalVisitor.SignedIn(desk, "ines.costa");
        var form = await ines.Sees(Form);

        Assert.DoesNotContain("value=\"P1\"", form);
        Assert.Contains("value=\"P2\"", form);
        Assert.Contains("Declare an incident", form);
    }

    [Fact]
    public async Task A_closed_ticket_can_be_followed_up()
    {
        var before = await desk.Declares("paul.renard");
        await desk.Does(before, "out-of-scope", "tom.lefevre", "Votre application.");
        using var paul = await PortalVisitor.SignedIn(desk, "paul.renard");

        Assert.Contains($"/portal/declare?follows={before.Reference}", await paul.Sees($"/portal/tickets/{before.Reference}"));
        var sent = await paul.Sends($"{Form}?follows={before.Reference}", Form, Answers());
        Assert.Contains(before.Reference, await paul.Sees(sent.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task The_desks_people_do_not_declare_for_themselves()
    {
        using var tom = await PortalVisitor.SignedIn(desk, "tom.lefevre");
        await tom.Sees(Form, HttpStatusCode.Forbidden);
    }

    private static (string, string)[] Answers(params (string Key, string Value)[] other) =>
    [
        .. SampleDeclaration.Of("paul.renard").Where(answer => answer.Key is not ("client" or "contact") && other.All(one => one.Key != answer.Key))
            .Select(answer => ($"answer.{answer.Key}", answer.Value switch { string text => text, string[] list => list[0], _ => "true" })),
        .. other.Select(one => ($"answer.{one.Key}", one.Value)),
    ];
}
