using System.Globalization;
using ChatSupport.Bot.Api;
using ChatSupport.Bot.Configuration;
using ChatSupport.Bot.Wire;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatSupport.Bot.Limits;

/// <summary>
/// Where budgets are asked. Doors that know their callers ask themselves, once they do; strangers at everything else are asked here.
/// What a vendor signs is not limited: a wrong signature is refused before anything is read, and a right one is a vendor's storm.
/// </summary>
internal static class LimitsSetup
{
    /// <summary>Probes must hear how this program is and not how busy their neighbours are; the others know their callers.</summary>
    private static readonly PathString[] AskElsewhere = ["/healthz", "/readyz", "/api", "/portal", "/slack", "/voice"];

    public static void AddLimits(this IServiceCollection services, BotSettings settings)
    {
        services.AddSingleton(settings.Limits);
        services.TryAddSingleton<Budgets>();
        services.AddSingleton<CallerBudgets>();
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor;
            forwarded.ForwardLimit = null;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var proxy in settings.Limits.Proxies)
                forwarded.KnownIPNetworks.Add(proxy);
        });
    }

    public static void UseLimits(this WebApplication app)
    {
        // Without a known proxy the header is anybody's invention.
        if (app.Services.GetRequiredService<LimitsSettings>().Proxies.Count > 0)
            app.UseForwardedHeaders();
        var budgets = app.Services.GetRequiredService<CallerBudgets>();
        app.Use(async (http, next) => await (
            !AskElsewhere.Any(path => http.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase))
            && await budgets.Exhausted(Caller.Stranger(http)) is { } wait
                ? TooMany(http, wait).ExecuteAsync(http)
                : next(http)));
    }

    /// <summary>The answer to who has asked too often.</summary>
    public static IResult TooMany(HttpContext http, TimeSpan wait) =>
        Problems.Of(StatusCodes.Status429TooManyRequests, "Api.TooMany", ApiCall.TongueOf(http), http.AskBackAfter(wait));

    /// <summary>Says in the header when to come back.</summary>
    /// <returns>The same, in whole seconds.</returns>
    public static int AskBackAfter(this HttpContext http, TimeSpan wait)
    {
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return seconds;
    }
}
