using System.IO;
using System.Security.Claims;
using ChatSupport.Bot.Configuration;
using ChatSupport.Bot.FrontDoor;
using ChatSupport.Bot.Language;
using ChatSupport.Bot.Limits;
using ChatSupport.Bot.Portal.SignIn;
using ChatSupport.Desk;
using ChatSupport.Desk.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;

namespace ChatSupport.Bot.Portal;

/// <summary>
/// What stands before every page: nothing is kept by a browser, who is there, and the proof that a form was ours.
/// </summary>
internal sealed class PortalGate(RequestDelegate next, PortalSignIn signIn, IAntiforgery antiforgery, CallerBudgets budgets, BotSettings settings)
{
    public async Task InvokeAsync(HttpContext http)
    {
        // Behind a proxy that ends TLS the configured address is the truth; a header that anybody can send is not.
        if (settings.BaseUrl is { } outside)
            http.Request.Scheme = outside.Scheme;
        Harden(http);
        try
        {
            var visitor = await Recognise(http);
            Introduce(http, visitor);
            if (await Objection(http, visitor) is { } answer)
                await answer.ExecuteAsync(http);
            else
                await next(http);
        }
        catch (StoreUnavailableException unavailable) when (!http.Response.HasStarted)
        {
            await NoticePage.Of(StatusCodes.Status503ServiceUnavailable, unavailable.Sentence).ExecuteAsync(http);
        }
    }

    private async Task<Visitor?> Recognise(HttpContext http)
    {
        using var step = DeskTrace.Step("verify");
        return await signIn.Recognise(http);
    }

    private static void Harden(HttpContext http)
    {
        var headers = http.Response.Headers;
        // A seat of the playground is a page within a page.
        if (http.Request.PathBase.HasValue)
            headers.ContentSecurityPolicy = SecurityHeaders.FramedByUs;
        headers["Referrer-Policy"] = "same-origin";
        headers.CacheControl = "no-cache, no-store";
    }

    private static void Introduce(HttpContext http, Visitor? visitor)
    {
        if (visitor is null)
            return;
        http.Features.Set(visitor);
        // What a form's token is bound to: one that Paul was given is worth nothing in Claire's hands.
        http.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, visitor.Person.Id)], "portal"));
    }

    private static bool IsLooking(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    private async Task<IResult?> Objection(HttpContext http, Visitor? visitor)
    {
        if (await budgets.Exhausted(visitor is null ? Caller.Stranger(http) : Caller.Person(visitor.Person.Id)) is { } wait)
            return NoticePage.Of(StatusCodes.Status429TooManyRequests, BotText.Say("Portal.Notice.TooMany", http.AskBackAfter(wait)));
        if (visitor is null && http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null)
            return IsLooking(http.Request) && http.Request.Headers.Accept != "text/event-stream"
                ? Results.Redirect($"~/portal/sign-in{QueryString.Create("to", http.Request.Path + http.Request.QueryString)}")
                : NoticePage.Of(StatusCodes.Status401Unauthorized, "SignedOut");
        try
        {
            return IsLooking(http.Request) || await antiforgery.IsRequestValidAsync(http)
                ? null
                : NoticePage.Of(StatusCodes.Status400BadRequest, "FormExpired");
        }
        catch (AntiforgeryValidationException unreadable)
        {
            return unreadable.InnerException switch
            {
                BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } or InvalidDataException =>
                    NoticePage.Of(StatusCodes.Status413PayloadTooLarge, "TooLarge"),
                BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout } => NoticePage.Of(StatusCodes.Status408RequestTimeout, "TooSlow"),
                _ => NoticePage.Of(StatusCodes.Status400BadRequest, "FormExpired"),
            };
        }
    }
}
