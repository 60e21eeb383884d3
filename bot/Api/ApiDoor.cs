using System.IO;
using System.Text.Json;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.Api;

/// <summary>
/// What stands before every API path: the key, then the size, then the JSON. Without a configured key the door does not exist. And what
/// stands behind it: whatever went wrong on the way is said as a problem.
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
        problem ??= await Pass(http);
        if (problem is not null)
            await problem.ExecuteAsync(http);
    }

    /// <returns>Null when it was answered.</returns>
    private async Task<IResult?> Pass(HttpContext http)
    {
        var tongue = ApiCall.AcceptedTongue(http) ?? Tongue.French;
        try
        {
            await next(http);
            return http.Response switch
            {
                { HasStarted: true } => null,
                { StatusCode: StatusCodes.Status404NotFound } => Problems.Of(StatusCodes.Status404NotFound, "Api.NoSuchPath", tongue),
                { StatusCode: StatusCodes.Status405MethodNotAllowed } => Problems.Of(StatusCodes.Status405MethodNotAllowed, "Api.NoSuchMethod", tongue, http.Response.Headers.Allow),
                _ => null,
            };
        }
        catch (StoreUnavailableException)
        {
            return Problems.Of(StatusCodes.Status503ServiceUnavailable, "Api.StoreBusy", tongue);
        }
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
            http.Features.Set(new ApiCall(http, caller, Body.Parse(await Bytes(http)), version));
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

    private static async Task<ReadOnlyMemory<byte>> Bytes(HttpContext http)
    {
        var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > Body.MaxBytes)
                throw new BadHttpRequestException("", StatusCodes.Status413PayloadTooLarge);
        }
        return bytes.ToArray();
    }
}
