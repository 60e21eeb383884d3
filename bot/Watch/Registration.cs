using ChatSupport.Bot.Configuration;
using ChatSupport.Desk;
using ChatSupport.Desk.Notices;
using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ChatSupport.Bot.Watch;

/// <summary>The desk looks after itself, and tells whoever is to know.</summary>
internal static class Registration
{
    private static readonly string[] Unasked = ["/healthz", "/readyz", "/metrics", "/portal/live", "/portal/assets", "/demo/queue"];

    public static void AddWatch(this IServiceCollection services, BotSettings settings)
    {
        services.AddSingleton(settings.Watch);
        services.AddSingleton<Vitals>();
        services.AddSingleton<DoorWatch>();
        services.AddSingleton<DoorTelling>();
        services.AddSingleton<DoorNotices>();
        services.AddHostedService(provider => provider.GetRequiredService<DoorNotices>());
        if (settings.Smtp is not null || settings.Demo is not null)
            services.AddSingleton<ILetter, DoorLetter>();
        if (settings.Watch.HeartbeatUrl is not null)
            services.AddHostedService<Heartbeat>();
        if (settings.Watch.TracesTo is not null)
            services.AddOpenTelemetry().WithTracing(traces => traces.AddDesk().AddOtlpExporter());
    }

    /// <summary>The desk's steps, and the requests that they belong to.</summary>
    public static TracerProviderBuilder AddDesk(this TracerProviderBuilder traces) => traces
        .ConfigureResource(resource => resource.AddService(DeskTrace.Name))
        .AddSource(DeskTrace.Name)
        .AddAspNetCoreInstrumentation(Discreetly);

    /// <summary>A path holds the secret of a sign-in link, a query what somebody searched for: the pattern of the path says enough.</summary>
    private static void Discreetly(AspNetCoreTraceInstrumentationOptions requests)
    {
        requests.Filter = http => !Array.Exists(Unasked, path => http.Request.Path.StartsWithSegments(path, StringComparison.Ordinal));
        requests.EnrichWithHttpResponse = (request, response) =>
        {
            foreach (var written in new[] { "url.path", "url.query", "user_agent.original", "client.address" })
                request.SetTag(written, null);
        };
    }
}
