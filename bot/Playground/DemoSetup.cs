using ChatSupport.Bot.Configuration;
using ChatSupport.Bot.Delivery;
using ChatSupport.Bot.Mail;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.Playground;

/// <summary>The demo put together, when the configuration asks for one.</summary>
internal static class DemoSetup
{
    /// <summary>The clock that the desk goes by.</summary>
    public static async Task AddDeskClock(this IServiceCollection services, BotSettings settings, Store store)
    {
        var time = TimeProvider.System;
        if (settings.Demo is { } demo)
        {
            var clock = await DemoClockMemory.Restore(store, demo.Clock, time);
            services.AddDemo(clock);
            time = clock;
        }
        services.AddSingleton(new DeskClock(time));
    }

    private static void AddDemo(this IServiceCollection services, DemoClock clock)
    {
        services.AddSingleton(clock);
        services.AddSingleton<Sweep>();
        services.AddSingleton<Pump>();
        services.AddSingleton<IMailTransport>(provider => new DemoMailbox(
            provider.GetRequiredService<Store>(), provider.GetRequiredService<DeskClock>(), real: null));
        services.AddSingleton<IWay, MailWay>();
        services.AddSingleton<DemoTime>();
        services.AddHostedService(provider => provider.GetRequiredService<DemoTime>());
    }
}
