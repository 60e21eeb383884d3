using System.Text.Json;

namespace ChatSupport.Bot.Api;

/// <summary>
/// What stands before every API path: the key, then the size, then the JSON. Without a configured key the door does not exist.
/// </summary>
internal sealed class ApiDoor(RequestDelegate next, ApiKeys keys)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!keys.IsOpen)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var problem = keys.Recognise(http.Request.Headers.Authorization) is { } caller ? await Read(http, caller) : Unauthorised(http);
        await (problem?.ExecuteAsync(http) ?? next(http));
    }

    private static IResult Unauthorised(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.Of(StatusCodes.Status401Unauthorized, "Api.NoKey", ApiCall.TongueOf(http));
    }

    private static async Task<IResult?> Read(HttpContext http, ApiCaller caller)
    {
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
        catch (Exception unreadable) when (unreadable is JsonException or BadHttpRequestException)
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "Api.NotJson", tongue);
        }
    }
}
