using ChatSupport.Bot.Configuration;
using ChatSupport.Desk.Clock;

namespace ChatSupport.Bot.Playground;

internal static class DemoDoor
{
    public static void AddDeskClock(this IServiceCollection services, BotSettings settings)
    {
        if (settings.Demo is not { } demo)
        {
            services.AddSingleton(new DeskClock(TimeProvider.System));
            return;
        }
        var clock = new DemoClock(demo.Clock);
        services.AddSingleton(clock);
        services.AddSingleton(new DeskClock(clock));
    }
}
