using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatSupport.Voice.Carrier;

/// <summary>What stands before every path of the phone door: the carrier's signature, before anything is read. Links to recordings have their own.</summary>
internal sealed partial class CarrierDoor(RequestDelegate next, VoiceSettings settings, Signature signature, ILogger<CarrierDoor> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (IsTheCarriers(http.Request.Path))
        {
            if (await CarrierRequest.Verify(http, signature) is not { } request)
            {
                LogRefused(http.Request.Path);
                http.Response.StatusCode = settings.IsSimulated ? StatusCodes.Status404NotFound : StatusCodes.Status403Forbidden;
                return;
            }
            http.Features.Set(request);
        }
        await next(http);
    }

    private static bool IsTheCarriers(PathString path) =>
        path.StartsWithSegments("/voice", StringComparison.OrdinalIgnoreCase)
        && !path.StartsWithSegments("/voice/recordings", StringComparison.OrdinalIgnoreCase);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Path}: not the carrier's signature. If it was the carrier, Public:BaseUrl is not how it reaches us; run `bot check`.")]
    private partial void LogRefused(string path);
}
