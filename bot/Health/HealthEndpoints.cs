namespace ChatSupport.Bot.Health;

internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/healthz", () => Results.Text("ok"));
}
