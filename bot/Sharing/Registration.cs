using ChatSupport.Bot.Health;
using ChatSupport.Desk;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.Sharing;

/// <summary>What instances on one store have to do with each other.</summary>
internal static class Registration
{
    public static void AddSharing(this IServiceCollection services)
    {
        services.AddSingleton<Neighbours>();
        services.AddSingleton<IPartReport, InstancesReport>();
        services.AddHostedService(provider => provider.GetRequiredService<Neighbours>());
    }

    /// <summary>What another instance has committed is news here too.</summary>
    public static void ListenToNeighbours(this IServiceProvider services)
    {
        var desk = services.GetRequiredService<ServiceDesk>();
        services.GetRequiredService<Store>().Heard += desk.Hear;
    }
}
