using ChatSupport.Bot.Configuration;

namespace ChatSupport.Bot.FrontDoor;

/// <summary>What every answer carries, whoever gives it: nothing is guessed, framed, or loaded from elsewhere. A door may be stricter.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, BotSettings settings)
{
    /// <summary>The same for a page that another of ours may show within itself.</summary>
    public const string FramedByUs = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; object-src 'none'";

    /// <summary>What a page may use of its reader's machine that records what is said into it.</summary>
    public const string Microphone = "camera=(), geolocation=(), microphone=(self), payment=(), usb=()";

    private const string NoDevice = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
    private const string Policy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";
    private const string AYear = "max-age=31536000";

    private readonly bool isReachedByTls = settings.BaseUrl?.Scheme == Uri.UriSchemeHttps;

    public Task InvokeAsync(HttpContext http)
    {
        // At the last moment, so that an answer that was begun anew has them as well.
        http.Response.OnStarting(() => Add(http.Response.Headers));
        return next(http);
    }

    private Task Add(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        headers.TryAdd("Content-Security-Policy", Policy);
        headers.TryAdd("Referrer-Policy", "no-referrer");
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.TryAdd("Permissions-Policy", NoDevice);
        if (isReachedByTls)
            headers.StrictTransportSecurity = AYear;
        return Task.CompletedTask;
    }
}
