using ChatSupport.Bot.Api;
using ChatSupport.Desk;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.FileProviders;

namespace ChatSupport.Bot.Playground.Queue;

/// <summary>The queue at <c>/</c>: a page that the server draws and that looks again by itself.</summary>
internal static class QueueDoor
{
    public static void AddQueue(this IServiceCollection services)
    {
        services.AddSingleton<Bell>();
        services.AddSingleton<QueueStream>();
        services.AddTransient<HtmlRenderer>();
    }

    /// <summary>Its style sheet, script and picture, from within the program.</summary>
    public static void UseQueueFiles(this WebApplication app) => app.UseStaticFiles(new StaticFileOptions
    {
        FileProvider = new EmbeddedFileProvider(typeof(QueueDoor).Assembly, "ChatSupport.Bot.wwwroot"),
        OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache",
    });

    public static void MapQueue(this IEndpointRouteBuilder routes)
    {
        var bell = routes.ServiceProvider.GetRequiredService<Bell>();
        routes.ServiceProvider.GetRequiredService<ServiceDesk>().Changed += bell.Ring;
        routes.ServiceProvider.GetRequiredService<DemoClock>().Moved += bell.Ring;
        routes.MapGet("/", Show).ExcludeFromDescription();
        routes.MapGet("/demo/queue/stream", (QueueStream stream, CancellationToken gone) => TypedResults.ServerSentEvents(stream.Changes(gone)))
            .ExcludeFromDescription()
            .DisableRequestTimeout();
    }

    private static async Task<IResult> Show(HttpContext http, Store store, LiveDirectory directory, DemoClock clock, HtmlRenderer html, string? lang)
    {
        var view = await QueueView.Load(store, directory, clock, Tongues.Parse(lang) ?? ApiCall.TongueOf(http), http.RequestAborted);
        var page = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(QueuePage.View)] = view });
        var text = await html.Dispatcher.InvokeAsync(async () => (await html.RenderComponentAsync<QueuePage>(page)).ToHtmlString());
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Vary = "Accept-Language";
        return Results.Content(text, "text/html; charset=utf-8");
    }
}
