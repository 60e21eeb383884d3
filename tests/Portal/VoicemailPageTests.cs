using System.Net;
using ChatSupport.Desk.Storage;
using ChatSupport.Tests.Driver;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ChatSupport.Tests.Portal;

/// <summary>Messages of nobody knows whom, in the queue of the desk's people: heard, attached, or laid aside (E10 to E15).</summary>
public sealed class VoicemailPageTests : IAsyncLifetime
{
    private const string Page = "/portal/voicemails";
    private RunningDesk desk = null!;

    public async ValueTask InitializeAsync()
    {
        desk = await RunningDesk.At("2026-12-06T23:50:00+01:00");
        await Leaves("RE1", "2026-12-06T22:25:00Z");
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task The_queue_points_to_what_waits_and_one_form_says_whose_it_is()
    {
        using var nadia = await PortalVisitor.SignedIn(desk, "nadia.benali");
        Assert.Contains("Messages vocaux que personne n’a encore identifiés : 1", await nadia.Sees("/portal/tickets"));
        Assert.Contains("src=\"/portal/voicemails/RE1\"", await nadia.Sees(Page));

        var attached = await nadia.Sends(Page, $"{Page}/RE1/attach", ("whose", "borealis/claire.morel"), ("reason", "Sa voix, du portable d’un collègue."), ("quoted", "INC-999999"));

        Assert.StartsWith("/portal/tickets/INC-000001#", attached.Headers.Location?.ToString(), StringComparison.Ordinal);
        var ticket = await desk.Sees("INC-000001");
        Assert.Equal(("borealis", "claire.morel", DateTimeOffset.Parse("2026-12-07T00:25:00+01:00", null)), (ticket.Client, ticket.Contact, ticket.Clock.DueAt));
        Assert.Contains("Sa voix, du portable d’un collègue.", await nadia.Sees("/portal/tickets/INC-000001"));
        Assert.Contains("Aucun message n’attend", await nadia.Sees(Page));
        Assert.DoesNotContain("encore identifiés", await nadia.Sees("/portal/tickets"));
    }

    [Fact]
    public async Task A_plan_without_phone_at_that_hour_is_told_and_the_message_stays_until_it_is_laid_aside() // E15
    {
        using var nadia = await PortalVisitor.SignedIn(desk, "nadia.benali");
        var refused = await PortalVisitor.Text(await nadia.Sends(Page, $"{Page}/RE1/attach", ("whose", "meridien")));
        Assert.Contains("Méridien Logistique", refused);
        Assert.Contains("id=\"refusal\"", refused);
        Assert.Contains("id=\"voicemail-RE1\"", refused);

        Assert.Equal(Page, (await nadia.Sends(Page, $"{Page}/RE1/dismiss")).Headers.Location?.ToString());
        Assert.Contains("Aucun message n’attend", await nadia.Sees(Page));
        Assert.Equal("[]", (await desk.Shows("/api/voicemails")).Json.GetProperty("items").GetRawText());
    }

    [Fact]
    public async Task Clients_see_neither_the_page_nor_a_message()
    {
        using var paul = await PortalVisitor.SignedIn(desk, "paul.renard");
        await paul.Sees(Page, HttpStatusCode.NotFound);
        await paul.Sees($"{Page}/RE1", HttpStatusCode.NotFound);
        Assert.DoesNotContain("encore identifiés", await paul.Sees("/portal/tickets"));
    }

    [Fact]
    public async Task The_keys_of_the_desk_say_the_same_by_the_API()
    {
        await Leaves("RE2", "2026-12-06T22:30:00Z");
        Assert.Equal((int)HttpStatusCode.NoContent, (await desk.Asks(HttpMethod.Post, "/api/voicemails/RE2/dismiss", """{"by":"nadia.benali"}""")).Status);
        var attached = await desk.Asks(HttpMethod.Post, "/api/voicemails/RE1/attach", """{"by":"nadia.benali","client":"borealis"}""");
        Assert.Equal("borealis", attached.Json.GetProperty("client").GetString());
        Assert.Equal((int)HttpStatusCode.Conflict, (await desk.Asks(HttpMethod.Post, "/api/voicemails/RE1/dismiss", """{"by":"nadia.benali"}""")).Status);
        Assert.Equal((int)HttpStatusCode.Conflict, (await desk.Asks(HttpMethod.Post, "/api/voicemails/RE2/dismiss", """{"by":"claire.morel"}""")).Status);
    }

    private Task<bool> Leaves(string id, string at) => desk.Services.GetRequiredService<Store>().Write(session =>
        session.TryAddVoicemail(new VoicemailRow(id, "CA1", "+33611223344", Instant.FromDateTimeOffset(DateTimeOffset.Parse(at, null)), 20)));
}
