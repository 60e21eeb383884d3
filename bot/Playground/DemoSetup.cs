using ChatSupport.Bot.Configuration;
using ChatSupport.Bot.Mail;
using ChatSupport.Bot.Playground.Outbox;
using ChatSupport.Bot.Playground.Page;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.Playground;

/// <summary>The demo put together, when the configuration asks for one.</summary>
internal static class DemoSetup
{
    /// <summary>The clock that the desk goes by: the demo's own where there is one.</summary>
    public static async Task AddDeskClock(this IServiceCollection services, BotSettings settings, Store store)
    {
        var time = TimeProvider.System;
        if (settings.Demo is { } demo)
        {
            var clock = await DemoClockMemory.Restore(store, demo.Clock, time);
            services.AddSingleton(clock);
            services.AddSingleton<DemoTime>();
            services.AddHostedService(provider => provider.GetRequiredService<DemoTime>());
            services.AddPlayground();
            time = clock;
        }
        services.AddSingleton(new DeskClock(time));
    }

    /// <summary>Mail that the demo keeps, and that leaves as well when there is a server for it.</summary>
    public static void AddDemoMail(this IServiceCollection services, SmtpSettings? smtp)
    {
        if (smtp is not null)
        {
            services.AddSingleton(smtp);
            services.AddSingleton<SmtpTransport>();
        }
        services.AddSingleton<IMailTransport>(provider => new DemoMailbox(
            provider.GetRequiredService<Store>(),
            provider.GetRequiredService<DeskClock>(),
            provider.GetRequiredService<Bell>(),
            provider.GetService<SmtpTransport>()));
        services.AddSingleton<IWay, MailWay>();
    }
}
