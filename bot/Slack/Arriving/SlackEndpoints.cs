using System.Text.Json;
using System.Text.Json.Nodes;
using ChatSupport.Bot.Slack.Install;
using ChatSupport.Bot.Slack.Wire;
using ChatSupport.Bot.Wire;
using NodaTime;

namespace ChatSupport.Bot.Slack.Arriving;

/// <summary>Where Slack posts. Nothing is parsed before it is known to come from Slack, lately and not too large.</summary>
internal static class SlackEndpoints
{
    /// <summary>Far above what Slack sends.</summary>
    private const int MostBytes = 1024 * 1024;

    /// <param name="settings">Null: the door is off, and its paths do not exist.</param>
    public static void MapSlack(this IEndpointRouteBuilder routes, SlackSettings? settings)
    {
        if (settings is { SigningSecret: { } secret })
        {
            var signature = new Signature(secret);
            routes.MapPost("/slack/events", (HttpContext http, SlackDoor door, TimeProvider time) => Take(http, signature, time, (body, stop) => Event(body, door, stop)));
            routes.MapPost("/slack/interactions", (HttpContext http, SlackDoor door, TimeProvider time) => Take(http, signature, time, (body, stop) => Interaction(body, door, stop)));
            routes.MapPost("/slack/commands", (HttpContext http, SlackDoor door, TimeProvider time) => Take(http, signature, time, (body, stop) => Command(body, door, stop)));
        }
        if (settings is { App: not null })
        {
            routes.MapGet("/slack/install", (HttpContext http, OAuth oauth) => oauth.Begin(http));
            routes.MapGet("/slack/oauth", (HttpContext http, OAuth oauth, string? code, string? state) => oauth.Finish(http, code, state, http.RequestAborted));
        }
    }

    private static async Task<IResult> Take(HttpContext http, Signature signature, TimeProvider time, Func<ReadOnlyMemory<byte>, CancellationToken, Task<SlackAnswer>> take)
    {
        if (await Body(http) is not { } body)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        var headers = http.Request.Headers;
        if (!signature.IsOf(body.Span, headers["X-Slack-Request-Timestamp"], headers["X-Slack-Signature"], Instant.FromDateTimeOffset(time.GetUtcNow())))
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        try
        {
            var answer = await take(body, http.RequestAborted);
            return answer.Body is { } json ? Results.Json(json, statusCode: answer.Status) : Results.StatusCode(answer.Status);
        }
        catch (JsonException)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<SlackAnswer> Event(ReadOnlyMemory<byte> body, SlackDoor door, CancellationToken stop)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.Text("type") == "url_verification"
            ? new SlackAnswer(StatusCodes.Status200OK, new JsonObject { ["challenge"] = json.RootElement.Text("challenge") })
            : await door.Event(json.RootElement, stop);
    }

    private static async Task<SlackAnswer> Interaction(ReadOnlyMemory<byte> body, SlackDoor door, CancellationToken stop)
    {
        using var json = JsonDocument.Parse(FormBody.Read(body).GetValueOrDefault("payload") ?? "{}");
        return await door.Interact(json.RootElement, stop);
    }

    private static async Task<SlackAnswer> Command(ReadOnlyMemory<byte> body, SlackDoor door, CancellationToken stop)
    {
        var form = FormBody.Read(body);
        return SlashCommand.Read(form.GetValueOrDefault) is { } command ? await door.Command(command, stop) : SlackAnswer.Taken;
    }

    /// <returns>Null when it is too large.</returns>
    private static async Task<ReadOnlyMemory<byte>?> Body(HttpContext http)
    {
        if (http.Request.ContentLength > MostBytes)
            return null;
        var bytes = new System.IO.MemoryStream((int)(http.Request.ContentLength ?? 4096));
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
