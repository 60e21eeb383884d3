using ChatSupport.Desk;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;

namespace ChatSupport.Bot.Delivery;

/// <summary>The sweep and the pump, and who wakes them.</summary>
internal static class Registration
{
    public static void AddDelivery(this IServiceCollection services, DeliverySettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<PostRoom>();
        services.AddSingleton<Outlets>();
        services.AddSingleton<Courier>();
        services.AddSingleton<ILetter, WaveLetter>();
        services.AddSingleton(NewSweep);
        services.AddSingleton(NewPump);
        services.AddHostedService(provider => provider.GetRequiredService<Sweep>());
        services.AddHostedService(provider => provider.GetRequiredService<Pump>());
    }

    private static Sweep NewSweep(IServiceProvider provider)
    {
        var sweep = ActivatorUtilities.CreateInstance<Sweep>(provider);
        provider.GetRequiredService<ServiceDesk>().Committed += sweep.Wake;
        provider.GetRequiredService<LiveDirectory>().Changed += _ => sweep.ScheduleChanged();
        return sweep;
    }

    private static Pump NewPump(IServiceProvider provider)
    {
        var pump = ActivatorUtilities.CreateInstance<Pump>(provider);
        provider.GetRequiredService<ServiceDesk>().Changed += pump.Wake;
        return pump;
    }
}
