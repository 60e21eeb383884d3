using ChatSupport.Bot.FrontDoor;
using ChatSupport.Bot.Playground.Outbox;
using ChatSupport.Bot.Playground.Phone;
using ChatSupport.Bot.Playground.Scenarios;
using ChatSupport.Bot.Playground.Seats;
using ChatSupport.Bot.Portal.Live;
using ChatSupport.Bot.Portal.Look;
using ChatSupport.Desk;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ChatSupport.Bot.Playground.Page;

/// <summary>The playground at <c>/</c>: a page that the server draws and that looks again by itself.</summary>
internal static class PlaygroundDoor
{
    public static void AddPlayground(this IServiceCollection services)
    {
        services.AddSingleton<Bell>();
        services.AddSingleton<PlaygroundStream>();
        services.AddSingleton<Theatre>();
    }

    public static void MapPlayground(this IEndpointRouteBuilder routes)
    {
        var (bell, pages) = (routes.ServiceProvider.GetRequiredService<Bell>(), routes.ServiceProvider.GetRequiredService<LivePages>());
        routes.ServiceProvider.GetRequiredService<ServiceDesk>().Changed += bell.Ring;
        var clock = routes.ServiceProvider.GetRequiredService<DemoClock>();
        clock.Moved += bell.Ring;
        clock.Moved += () => pages.Tell(Change.Anything);
        routes.MapGet("/", Show).ExcludeFromDescription();
        routes.MapGet("/demo/stream", (PlaygroundStream stream, CancellationToken gone) => TypedResults.ServerSentEvents(stream.Changes(gone)))
            .ExcludeFromDescription()
            .DisableRequestTimeout();
        routes.MapSeats();
        routes.MapScenarios();
        routes.MapMessages();
        if (routes.ServiceProvider.GetService<DemoExchange>() is not null)
            routes.MapPhones();
    }

    private static async Task<RazorComponentResult<PlaygroundPage>> Show(
        HttpContext http, Store store, LiveDirectory directory, DemoClock clock, IAntiforgery antiforgery)
    {
        // The seats load at once, and were each to bring the cookie that both their forms are checked by, one would be left with the other's.
        antiforgery.GetAndStoreTokens(http);
        var cast = directory.Current;
        var view = await PlaygroundView.Load(store, cast, clock, Part.TongueOf(http), Seating.Of(http.Request.Query, cast), http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Permissions-Policy"] = SecurityHeaders.Microphone;
        http.Response.Headers.Vary = "Accept-Language";
        return new RazorComponentResult<PlaygroundPage>(new { View = view });
    }
}
