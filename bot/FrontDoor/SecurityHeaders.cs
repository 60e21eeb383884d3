using Microsoft.Extensions.Primitives;

namespace ChatSupport.Bot.FrontDoor;

/// <summary>What every answer carries, whoever gives it: nothing is guessed, framed, or loaded from elsewhere.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Policy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    public Task InvokeAsync(HttpContext http)
    {
        // At the last moment, so that an answer that was begun anew has them as well.
        http.Response.OnStarting(static response => Add(((HttpResponse)response).Headers), http.Response);
        return next(http);
    }

    private static Task Add(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        // A door may be stricter.
        if (StringValues.IsNullOrEmpty(headers.ContentSecurityPolicy))
            headers.ContentSecurityPolicy = Policy;
        headers["Referrer-Policy"] = "no-referrer";
        return Task.CompletedTask;
    }
}
