using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ChatSupport.Bot.FrontDoor;

/// <summary>What stands before every other door: limits, headers, and an answer for whatever goes wrong.</summary>
internal static class FrontDoorSetup
{
    /// <summary>Each door has its own limit far below. What is above that is read and dropped, so that the sender hears why.</summary>
    private const long MaxBody = 32 * 1024 * 1024;

    /// <summary>Bytes a second, on average. Nobody attaches a screenshot by a slower line, and whoever drips holds a place for nothing.</summary>
    private const double SlowestLine = 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>An orchestrator that gives ten seconds kills nobody, though the store takes its leave after all others.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(7);

    public static void AddFrontDoor(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBody;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(SlowestLine, gracePeriod: TimeSpan.FromSeconds(5));
        });
        builder.Services.AddDiscreetLog();
        builder.Services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy { Timeout = Patience });
        builder.Services.Configure<HostOptions>(host =>
        {
            host.ShutdownTimeout = Farewell;
            // Whoever waits for a slow carrier does not take the time of those who are being answered.
            host.ServicesStopConcurrently = true;
        });
    }

    public static void UseFrontDoor(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<Failures>();
        app.UseStatusCodePages(Unanswered.Explain);
        app.UseRequestTimeouts();
    }
}
