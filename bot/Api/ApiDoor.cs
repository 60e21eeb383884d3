using System.Text.Json;
using ChatSupport.Bot.Limits;
using ChatSupport.Desk;

namespace ChatSupport.Bot.Api;

/// <summary>
/// What stands before every API path: the key, then the size, then the JSON. Without a configured key the door does not exist.
/// </summary>
internal sealed class ApiDoor(RequestDelegate next, ApiKeys keys, CallerBudgets budgets)
{
    private static readonly string[] Behind = ["/api/tickets", "/api/voicemails", "/api/waves"];

    /// <summary>Other doors have paths of their own below <c>/api</c>.</summary>
    public static bool IsBefore(HttpContext http) => Array.Exists(Behind, path => http.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));

    public async Task InvokeAsync(HttpContext http)
    {
        if (!keys.IsOpen)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var caller = Recognise(http);
        var problem = await Exhausted(http, caller) is { } wait ? LimitsSetup.TooMany(http, wait)
            : caller is null ? Unauthorised(http)
            : await Read(http, caller);
        await (problem?.ExecuteAsync(http) ?? next(http));
    }

    private ApiCaller? Recognise(HttpContext http)
    {
        using var step = DeskTrace.Step("verify");
        return keys.Recognise(http.Request.Headers.Authorization);
    }

    /// <summary>A right key is not held up by wrong ones from the same address.</summary>
    private async ValueTask<TimeSpan?> Exhausted(HttpContext http, ApiCaller? caller) => caller switch
    {
        null => await budgets.Exhausted(Caller.Stranger(http)),
        { Client: null } => null,
        _ => await budgets.Exhausted(Caller.Key(caller.Name)),
    };

    private static IResult Unauthorised(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.Of(StatusCodes.Status401Unauthorized, "Api.NoKey", ApiCall.TongueOf(http));
    }

    private static async Task<IResult?> Read(HttpContext http, ApiCaller caller)
    {
        using var step = DeskTrace.Step("read");
        var tongue = ApiCall.TongueOf(http);
        try
        {
            if (!ApiCall.TryReadVersion(http, out var version))
                return Problems.Of(StatusCodes.Status400BadRequest, "Api.NotAVersion", tongue);
            http.Features.Set(new ApiCall(http, caller, Body.Parse(await Body.Bytes(http)), version));
            return null;
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Problems.Of(StatusCodes.Status413PayloadTooLarge, "Api.TooLarge", tongue, Body.MaxBytes / 1024);
        }
        catch (Exception unreadable) when (unreadable is JsonException or BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest })
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "Api.NotJson", tongue);
        }
    }
}
