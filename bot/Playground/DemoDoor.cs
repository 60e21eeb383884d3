using System.IO;
using System.Text.Json;
using ChatSupport.Bot.Api;
using ChatSupport.Bot.Language;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.Playground;

/// <summary>What only the demo has: a clock that can be moved, and the mail that it sent. Nobody is asked for a key.</summary>
internal static class DemoDoor
{
    public static void MapDemo(this IEndpointRouteBuilder routes)
    {
        var demo = routes.MapGroup("/demo").WithTags("Demo");
        demo.MapGet("clock", (DemoTime time, CancellationToken stop) => time.Look(stop)).Produces<DemoTimeView>();
        demo.MapPost("clock", MoveClock).Produces<DemoTimeView>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .DisableRequestTimeout();
        demo.MapGet("outbox", Outbox).Produces<SentPage>().ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Once begun, the clock arrives, whether or not the caller waits for it.</summary>
    private static async Task<IResult> MoveClock(HttpContext http, DemoTime time, IHostApplicationLifetime life)
    {
        var tongue = ApiCall.TongueOf(http);
        if (await Read(http.Request) is not { } body)
            return Problems.Of(StatusCodes.Status400BadRequest, "Demo.NotJson", tongue);
        var move = ClockMove.Of(body);
        var refusal = body.Refusal;
        if (refusal is not null)
            return Problems.Of(refusal, tongue);
        var arrived = await time.Move(now => move.From(now, out refusal), life.ApplicationStopping);
        return refusal is null ? Results.Ok(arrived) : Problems.Of(refusal, tongue);
    }

    private static async Task<IResult> Outbox(HttpContext http, Store store, string? since) => Since.Read(since) is { } from
        ? Results.Ok(await from.Page(store, http.RequestAborted))
        : Problems.Of(Refusal.Invalid("since", BotText.Say("Demo.SinceWrong")), ApiCall.TongueOf(http));

    private static async Task<Body?> Read(HttpRequest request)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, request.HttpContext.RequestAborted);
        try
        {
            return Body.Parse(bytes.ToArray());
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
