using System.IO;
using System.Text;
using System.Text.Json;
using ChatSupport.Bot.Configuration;
using ChatSupport.Bot.Teams.Kit;
using ChatSupport.Bot.Teams.Wire;

namespace ChatSupport.Bot.Teams.Arriving;

/// <summary>Where the Bot Framework posts. Nothing is parsed before its token is known to be good, and nothing done before it vouches for it.</summary>
internal static class TeamsEndpoints
{
    /// <summary>Far above what Teams sends.</summary>
    private const int MostBytes = 1024 * 1024;

    /// <param name="settings">Null: the door is off, and its path does not exist.</param>
    public static void MapTeams(this IEndpointRouteBuilder routes, TeamsSettings? settings)
    {
        if (settings is not null)
            routes.MapPost("/api/messages", Take).ExcludeFromDescription();
    }

    private static async Task<IResult> Take(HttpContext http, TeamsSettings settings, ServiceTokens tokens, TeamsDoor door)
    {
        var stop = http.RequestAborted;
        ServiceToken? token = null;
        try
        {
            if (!settings.IsUnguarded && (token = await tokens.Read(http.Request.Headers.Authorization, stop)) is null)
                return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }
        catch (HttpRequestException)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
        if (await Body(http) is not { } body)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (Read(body) is not { } activity)
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        if (!IsTrusted(activity, settings, token))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        var answer = await door.Take(activity, stop);
        return answer.Body is { } json
            ? Results.Text(json.ToJsonString(AdaptiveCard.Writing), "application/json", Encoding.UTF8, answer.Status)
            : Results.StatusCode(answer.Status);
    }

    /// <summary>Its token vouches for the address that it wants its answers at, and that address is on our own list; without a token it is on this machine.</summary>
    private static bool IsTrusted(Activity activity, TeamsSettings settings, ServiceToken? token) =>
        Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var service)
        && (token is null ? settings.IsUnguarded && Loopback.Is(service.Host) : token.VouchesFor(activity) && settings.Hosts.Trusts(service));

    private static Activity? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return Activity.Read(json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <returns>Null when it is too large.</returns>
    private static async Task<ReadOnlyMemory<byte>?> Body(HttpContext http)
    {
        if (http.Request.ContentLength > MostBytes)
            return null;
        var bytes = new MemoryStream((int)(http.Request.ContentLength ?? 4096));
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > MostBytes)
                return null;
        }
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}
