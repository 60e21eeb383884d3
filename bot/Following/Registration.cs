using ChatSupport.Bot.Portal.Tickets;
using ChatSupport.Desk.Notices;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatSupport.Bot.Following;

/// <summary>What every chat in which tickets are followed has in common.</summary>
internal static class Registration
{
    public static void AddFollowing<TBoard>(this IServiceCollection services) where TBoard : class, IBoard
    {
        services.AddSingleton<TBoard>();
        services.AddSingleton<ILetter>(provider => ActivatorUtilities.CreateInstance<CardPoster>(provider, provider.GetRequiredService<TBoard>()));
        services.AddSingleton<ILetter>(provider => ActivatorUtilities.CreateInstance<WavePoster>(provider, provider.GetRequiredService<TBoard>()));
        services.AddSingleton<ILetter>(provider => ActivatorUtilities.CreateInstance<Teller>(provider, provider.GetRequiredService<TBoard>()));
        services.TryAddSingleton<FileShelf>();
        services.TryAddSingleton<FileKeeper>();
    }
}
