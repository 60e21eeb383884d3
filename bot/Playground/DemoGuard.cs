using System.Net;
using ChatSupport.Bot.Api;
using ChatSupport.Bot.Configuration;

namespace ChatSupport.Bot.Playground;

/// <summary>
/// The demo asks nobody who they are, so it lets in only who is on this machine and means this address: a page of another site
/// cannot reach it, neither across origins nor by a name that leads here (DNS rebinding).
/// </summary>
internal sealed class DemoGuard(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (!IsLocal(http.Connection.RemoteIpAddress) || !Loopback.Is(http.Request.Host.Host))
            return Refuse(http, "Demo.ForeignHost");
        return IsOurs(http.Request.Headers.Origin, http.Request) ? next(http) : Refuse(http, "Demo.ForeignOrigin");
    }

    /// <summary>A connection without an address came through a socket of this machine.</summary>
    private static bool IsLocal(IPAddress? address) => address is null || IPAddress.IsLoopback(address);

    /// <summary>
    /// Another port is another program. A form of a page that sends no referrer has the origin <c>null</c>, as a stranger's has; the
    /// browser tells them apart.
    /// </summary>
    private static bool IsOurs(string? origin, HttpRequest request) => origin switch
    {
        null or "" => true,
        "null" => request.Headers["Sec-Fetch-Site"] == "same-origin",
        _ => Uri.TryCreate(origin, UriKind.Absolute, out var from) && Loopback.Is(from.Host) && from.Scheme == request.Scheme
            && from.Port == (request.Host.Port ?? (request.IsHttps ? 443 : 80)),
    };

    private static Task Refuse(HttpContext http, string key) =>
        Problems.Of(StatusCodes.Status403Forbidden, key, ApiCall.TongueOf(http)).ExecuteAsync(http);
}
