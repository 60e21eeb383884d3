using ChatSupport.Bot.Configuration;
using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Following;
using ChatSupport.Bot.Health;
using ChatSupport.Bot.Language;
using ChatSupport.Bot.Teams.Arriving;
using ChatSupport.Bot.Teams.Cards;
using ChatSupport.Bot.Teams.Client;
using ChatSupport.Bot.Teams.Files;
using ChatSupport.Bot.Teams.Leaving;
using ChatSupport.Bot.Teams.Wire;
using ChatSupport.Bot.Watch;
using ChatSupport.Bot.Wire;
using ChatSupport.Desk.Notices;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatSupport.Bot.Teams;

/// <summary>The Teams door and what it is made of; nothing of it while it is off.</summary>
internal static class Registration
{
    public static void AddTeams(this IServiceCollection services, BotSettings settings)
    {
        services.AddSingleton(provider => ReportOf(settings.Teams, provider.GetRequiredService<Whereabouts>()));
        if (settings.Teams is not { } teams)
            return;
        services.AddSingleton(teams);
        services.TryAddSingleton<Budgets>();
        AddClient(services);
        AddArriving(services);
        AddLeaving(services);
    }

    private static void AddClient(IServiceCollection services)
    {
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<SigningKeys>(provider, VendorHttp.New(VendorHttp.CallLimit)));
        services.AddSingleton<BelievedTokens>();
        services.AddSingleton<ServiceTokens>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<BotToken>(provider, VendorHttp.New(VendorHttp.CallLimit)));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<ConnectorClient>(provider, VendorHttp.New(VendorHttp.CallLimit)));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<FileSource>(provider, VendorHttp.New(VendorHttp.FileLimit)));
    }

    private static void AddArriving(IServiceCollection services)
    {
        services.AddSingleton<TeamsDoor>();
        services.AddSingleton<TeamsPeople>();
        services.AddSingleton<Strangers>();
        services.AddSingleton<Messages>();
        services.AddSingleton<Invokes>();
        services.AddSingleton<Installs>();
        services.AddSingleton<SharedFiles>();
        services.AddSingleton<ILetter, Roster>();
    }

    private static void AddLeaving(IServiceCollection services)
    {
        services.AddSingleton<TicketCards>();
        services.AddSingleton<Posting>();
        services.AddSingleton<IWay, TeamsWay>();
        services.AddFollowing<TeamsBoard>();
        services.AddSingleton<ILetter, Speaker>();
        services.AddSingleton<IDeskChannel, DeskChannel>();
        services.AddSingleton<ILetter, FileFetcher>();
        services.AddSingleton<IReplySink, ReplySink>();
    }

    private static DoorReport ReportOf(TeamsSettings? teams, Whereabouts where) => teams switch
    {
        null => new("teams", false, BotText.Say("Teams.Door.Off")),
        { IsUnguarded: true } => new("teams", true, BotText.Say("Teams.Door.Playground", where.Of("/api/messages"))),
        _ => new("teams", true, BotText.Say("Teams.Door.On", where.Of("/api/messages"))),
    };
}
