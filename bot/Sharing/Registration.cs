using ChatSupport.Bot.Configuration;
using ChatSupport.Bot.Health;
using ChatSupport.Bot.Portal;
using ChatSupport.Desk;
using ChatSupport.Desk.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace ChatSupport.Bot.Sharing;

/// <summary>What instances on one store have to do with each other.</summary>
internal static class Registration
{
    public static void AddSharing(this IServiceCollection services, BotSettings settings)
    {
        services.AddSingleton<Neighbours>();
        services.AddHostedService(provider => provider.GetRequiredService<Neighbours>());
        services.AddSingleton<IPartReport, InstancesReport>();
        services.AddSingleton<TurnLocks>();
        if (settings.Redis is not { } redis)
            return;
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<SharedMemory>(provider, redis));
        services.AddHostedService(provider => provider.GetRequiredService<SharedMemory>());
        services.AddSingleton<IPartReport, RedisReport>();
    }

    /// <summary>The keys that protect pages and tokens: beside an embedded store, in a shared one.</summary>
    public static void AddKeys(this IServiceCollection services, BotSettings settings, Store store)
    {
        var protection = services.AddDataProtection().SetApplicationName("ChatSupport");
        if (store.IsShared)
            services.Configure<KeyManagementOptions>(keys => keys.XmlRepository = new StoredKeys(store));
        else
            protection.PersistKeysToFileSystem(DataFolder.Beside(settings, "keys"));
    }

    /// <summary>What another instance has committed is news here too.</summary>
    public static void ListenToNeighbours(this IServiceProvider services)
    {
        var desk = services.GetRequiredService<ServiceDesk>();
        services.GetRequiredService<Store>().Heard += desk.Hear;
    }
}
