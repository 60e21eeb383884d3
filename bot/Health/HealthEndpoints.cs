using ChatSupport.Bot.Api;

namespace ChatSupport.Bot.Health;

/// <summary>What machines ask of this one: is it alive, can people be sent here, how is it doing.</summary>
internal static class HealthEndpoints
{
    public static void AddHealth(this IServiceCollection services)
    {
        services.AddDoorReports();
        services.AddSingleton<Readiness>();
        services.AddSingleton<DeskMeter>();
        services.AddSingleton<Exposition>();
    }

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        // Counting begins with the program and not with the first who asks.
        routes.ServiceProvider.GetRequiredService<Exposition>();

        var health = routes.MapGroup("").WithTags("Health");
        health.MapGet("/healthz", () => Results.Text("ok")).WithName("healthz").Produces<string>(contentType: "text/plain");
        health.MapGet("/readyz", async (HttpContext http, Readiness readiness) =>
        {
            var found = await readiness.Look(ApiCall.TongueOf(http));
            return Results.Json(found, statusCode: found.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        }).WithName("readyz").Produces<ReadinessView>().Produces<ReadinessView>(StatusCodes.Status503ServiceUnavailable);
        health.MapGet("/metrics", async (HttpContext http, DeskMeter meter, Exposition exposition) =>
        {
            await meter.Refresh(http.RequestAborted);
            return Results.Text(exposition.Write(), Exposition.ContentType);
        }).WithName("metrics").Produces<string>(contentType: "text/plain");
    }
}
