using ChatSupport.Bot.Delivery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ChatSupport.Bot.Portal.SignIn;

/// <summary>
/// Coming in and going out. A link opens a page, and the button on it uses the link: programs that look into mails follow links, but
/// they press no buttons.
/// </summary>
internal static class SignInEndpoints
{
    private const int LongestAddress = 254;

    public static void MapSignIn(this IEndpointRouteBuilder portal)
    {
        var anyone = portal.MapGroup("/sign-in").AllowAnonymous();
        anyone.MapGet("", (string? to) => Page(to));
        anyone.MapPost("", Ask);
        anyone.MapGet("sent", () => new RazorComponentResult<SentPage>());
        anyone.MapGet("{secret}", Show);
        anyone.MapPost("{secret}", Use);
        portal.MapPost("sign-out", Leave);
    }

    private static RazorComponentResult<SignInPage> Page(string? to) => new(new { To = Inside(to) });

    private static async Task<IResult> Ask(HttpContext http, SignInLinks links, SignInLimits limits, Pump pump)
    {
        var form = await http.Request.ReadFormAsync();
        var address = form["address"].ToString().Trim();
        if (!limits.Allows(http.Connection.RemoteIpAddress, address))
            return NoticePage.Of(StatusCodes.Status429TooManyRequests, "TooManyLinks");
        if (address.Length <= LongestAddress)
            await links.Ask(address, Inside(form["to"]));
        pump.Wake();
        return Results.LocalRedirect("~/portal/sign-in/sent");
    }

    private static async Task<IResult> Show(string secret, string? to, SignInLinks links) => await links.Find(new Secret(secret)) is { } person
        ? new RazorComponentResult<LinkPage>(new { Name = person.Name.First, Spoken = person.Tongue, To = Inside(to) })
        : NoticePage.Of(StatusCodes.Status410Gone, "LinkSpent");

    private static async Task<IResult> Use(string secret, HttpContext http, SignInLinks links, PortalSignIn signIn)
    {
        if (await links.Use(new Secret(secret)) is not { } person)
            return NoticePage.Of(StatusCodes.Status410Gone, "LinkSpent");
        await signIn.SignInAs(http, person);
        return Results.LocalRedirect("~" + Inside((await http.Request.ReadFormAsync())["to"]));
    }

    private static async Task<IResult> Leave(HttpContext http, PortalSignIn signIn)
    {
        await signIn.SignOut(http);
        return Results.LocalRedirect("~/portal/sign-in");
    }

    /// <summary>A page of the portal to go to; never an address elsewhere.</summary>
    public static string Inside(string? to) =>
        to is not null && (to == "/portal" || to.StartsWith("/portal/", StringComparison.Ordinal) || to.StartsWith("/portal?", StringComparison.Ordinal))
        && !to.StartsWith("/portal/sign-", StringComparison.Ordinal) && !to.Contains('\\', StringComparison.Ordinal)
            ? to
            : "/portal";
}
