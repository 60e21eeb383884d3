using ChatSupport.Bot.Api;
using ChatSupport.Bot.Language;
using ChatSupport.Bot.Playground.Outbox;
using ChatSupport.Bot.Playground.Page;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.Playground;

/// <summary>What only the demo has: a clock that can be moved, and the mail that it sent. Nobody is asked for a key.</summary>
internal static class DemoDoor
{
    public static void UseDemo(this WebApplication app) => app.UseMiddleware<DemoGuard>();

    public static void MapDemo(this IEndpointRouteBuilder routes)
    {
        var demo = routes.MapGroup("/demo").WithTags("Demo");
        demo.MapGet("clock", (DemoTime time, CancellationToken stop) => time.Look(stop)).WithName("readClock").Produces<DemoTimeView>();
        demo.MapPost("clock", MoveClock).WithName("moveClock").Produces<DemoTimeView>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .DisableRequestTimeout();
        routes.MapPlayground();
        demo.MapGet("outbox", Outbox).WithName("outbox").Produces<SentPage>().ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Once begun, the clock arrives, whether or not the caller waits for it.</summary>
    private static async Task<IResult> MoveClock(HttpContext http, DemoTime time, IHostApplicationLifetime life)
    {
        var tongue = ApiCall.TongueOf(http);
        if (await ClockMove.Read(http.Request) is not { } move)
            return Problems.Of(StatusCodes.Status400BadRequest, "Demo.NotJson", tongue);
        Refusal? refusal = null;
        var arrived = await time.Move(now => move.From(now, out refusal), life.ApplicationStopping);
        if (refusal is not null)
            return Problems.Of(refusal, tongue);
        return move.BackTo is { } page ? new SeeOther(page) : Results.Ok(arrived);
    }

    private static async Task<IResult> Outbox(HttpContext http, Store store, string? since) => Since.Read(since) is { } from
        ? Results.Ok(await from.Page(store, http.RequestAborted))
        : Problems.Of(Refusal.Invalid("since", BotText.Say("Demo.SinceWrong")), ApiCall.TongueOf(http));
}
