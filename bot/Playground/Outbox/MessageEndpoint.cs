using ChatSupport.Desk.Storage;
using NodaTime;

namespace ChatSupport.Bot.Playground.Outbox;

/// <summary>One sent message as its reader's own program would show it.</summary>
internal static class MessageEndpoint
{
    /// <summary>A letter brings its own style; it loads nothing and runs nothing.</summary>
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    public static string Address(long id) => $"/demo/outbox/{id}";

    public static void MapMessages(this IEndpointRouteBuilder routes) => routes.MapGet("/demo/outbox/{id:long}", Show).ExcludeFromDescription();

    private static async Task<IResult> Show(long id, Store store, HttpContext http)
    {
        var found = await store.Read(reader => reader.DemoOutbox(id - 1, NodaConstants.UnixEpoch, limit: 1), http.RequestAborted);
        if (found is not [{ Html: { } html } row] || row.Id != id)
            return Results.NotFound();
        http.Response.Headers.ContentSecurityPolicy = Policy;
        return Results.Content(html, "text/html; charset=utf-8");
    }
}
