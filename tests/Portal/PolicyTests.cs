using System.Net;
using System.Text.RegularExpressions;
using ChatSupport.Tests.Driver;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ChatSupport.Tests.Portal;

public sealed partial class PolicyTests : IAsyncLifetime
{
    private RunningDesk desk = null!;

    public async ValueTask InitializeAsync() => desk = await RunningDesk.At("2026-11-24T10:12:00+01:00");

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task Every_page_holds_the_browser_to_the_policy_and_keeps_to_it_itself()
    {
        var ticket = await desk.Declares("claire.morel");
        using var claire = await PortalVisitor.SignedIn(desk, "claire.morel");
        foreach (var path in new[] { "/portal", "/portal/declare", "/portal/tickets", $"/portal/tickets/{ticket.Reference}", "/portal/help", "/portal/privacy", "/portal/nowhere", "/portal/sign-in" })
        {
            var response = await claire.Gets(path);
            var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

            Assert.Equal("default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single());
            Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("same-origin", response.Headers.GetValues("Referrer-Policy").Single());
            Assert.True(response.Headers.CacheControl?.NoStore);
            Assert.DoesNotMatch(Inline, html);
            Assert.DoesNotMatch(Elsewhere, html);
        }
    }

    [Fact]
    public async Task No_form_is_taken_without_the_proof_that_it_is_ours()
    {
        var ticket = await desk.Declares("claire.morel");
        using var claire = await PortalVisitor.SignedIn(desk, "claire.morel");
        var paths = desk.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/portal", StringComparison.Ordinal) && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/').Replace("{reference}", ticket.Reference).Replace("{secret}", "x"))
            .ToList();

        Assert.True(paths.Count >= 8, string.Join(' ', paths));
        foreach (var path in paths)
            Assert.Equal(HttpStatusCode.BadRequest, (await claire.Posts(path, ("act", "comment"), ("comment", "x"), ("text", "x"))).StatusCode);
        Assert.Single(await desk.Timeline(ticket));
    }

    [Fact]
    public async Task A_proof_that_was_given_to_somebody_else_is_worth_nothing()
    {
        var ticket = await desk.Declares("claire.morel");
        var path = $"/portal/tickets/{ticket.Reference}";
        using var yanis = await PortalVisitor.SignedIn(desk, "yanis.haddad");
        using var claire = await PortalVisitor.SignedIn(desk, "claire.morel");
        var form = PortalVisitor.HiddenIn(PortalVisitor.FormOf(await yanis.Sees(path), path, "compose"));

        Assert.Equal(HttpStatusCode.BadRequest, (await claire.Posts(path, [.. form, ("comment", "x")])).StatusCode);
        Assert.Single(await desk.Timeline(ticket));
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_sees_the_sign_in_page_and_does_nothing()
    {
        using var stranger = new PortalVisitor(desk);
        foreach (var path in new[] { "/portal", "/portal/tickets?status=all", "/portal/tickets/INC-000001", "/portal/tickets/INC-000001/files/1", "/portal/declare" })
            Assert.Equal($"/portal/sign-in?to={Uri.EscapeDataString(path)}", (await stranger.Gets(path)).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.Posts("/portal/declare")).StatusCode);
    }

    [Fact]
    public async Task Styles_and_script_come_from_here_and_can_be_kept()
    {
        using var visitor = new PortalVisitor(desk);
        foreach (var path in Asset.Matches(await visitor.Sees("/portal/sign-in")).Select(match => match.Value))
            Assert.True((await visitor.Gets(path)).Headers.CacheControl is { Public: true, MaxAge.TotalDays: >= 365 }, path);
    }

    [GeneratedRegex("""<style|style="|<script(?![^>]* src=")|\son[a-z]+=|javascript:""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Inline { get; }

    [GeneratedRegex("""(?:href|src|action)="(?!/|#|tel:|mailto:)""", RegexOptions.None, 1000)]
    private static partial Regex Elsewhere { get; }

    [GeneratedRegex("""/portal/assets/[^"]+""", RegexOptions.None, 1000)]
    private static partial Regex Asset { get; }
}
