using ChatSupport.Bot.Configuration;
using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Following;
using ChatSupport.Bot.Health;
using ChatSupport.Bot.Language;
using ChatSupport.Bot.Slack.Acting;
using ChatSupport.Bot.Slack.Arriving;
using ChatSupport.Bot.Slack.Cards;
using ChatSupport.Bot.Slack.Client;
using ChatSupport.Bot.Slack.Declaring;
using ChatSupport.Bot.Slack.Files;
using ChatSupport.Bot.Slack.Home;
using ChatSupport.Bot.Slack.Install;
using ChatSupport.Bot.Slack.Leaving;
using ChatSupport.Bot.Slack.Linking;
using ChatSupport.Bot.Slack.Socket;
using ChatSupport.Bot.Slack.Talking;
using ChatSupport.Bot.Watch;
using ChatSupport.Bot.Wire;
using ChatSupport.Desk.Notices;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatSupport.Bot.Slack;

/// <summary>The Slack door and what it is made of; nothing of it while it is off.</summary>
internal static class Registration
{
    public static void AddSlack(this IServiceCollection services, BotSettings settings)
    {
        services.AddSingleton(provider => ReportOf(settings.Slack, provider.GetRequiredService<Whereabouts>()));
        if (settings.Slack is not { } slack)
            return;
        services.AddSingleton(slack);
        // That keys on a disk are not encrypted themselves is said in the manual, not at every start.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
        AddClient(services);
        AddArriving(services);
        AddLeaving(services);
        if (slack.AppToken is not null)
            services.AddHostedService<SocketMode>();
    }

    private static void AddClient(IServiceCollection services)
    {
        services.TryAddSingleton<Budgets>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<SlackClient>(provider, VendorHttp.New(VendorHttp.CallLimit)));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<SlackFiles>(provider, VendorHttp.New(VendorHttp.FileLimit)));
        services.AddSingleton<Installations>();
        services.AddSingleton<OAuth>();
    }

    private static void AddArriving(IServiceCollection services)
    {
        services.AddSingleton<SlackDoor>();
        services.AddSingleton<Commands>();
        services.AddSingleton<Interactions>();
        services.AddSingleton<Messages>();
        services.AddSingleton<ThreadReplies>();
        services.AddSingleton<Declarer>();
        services.AddSingleton<Acts>();
        services.AddSingleton<Talks>();
        services.AddSingleton<HomePage>();
        services.AddHostedService<HomeKeeper>();
        services.AddSingleton<Views>();
        services.AddSingleton<SlackPeople>();
        services.AddSingleton<Strangers>();
        services.AddSingleton<Linker>();
    }

    private static void AddLeaving(IServiceCollection services)
    {
        services.AddSingleton<TicketCards>();
        services.AddSingleton<Posting>();
        services.AddSingleton<IWay, SlackWay>();
        services.AddFollowing<SlackBoard>();
        services.AddSingleton<ILetter, Copies>();
        services.AddSingleton<ILetter, Speaker>();
        services.AddSingleton<IDeskChannel, DeskChannel>();
        services.AddSingleton<ILetter, FileFetcher>();
        services.AddSingleton<IReplySink, ReplySink>();
    }

    private static DoorReport ReportOf(SlackSettings? slack, Whereabouts where) => slack switch
    {
        null => new("slack", false, BotText.Say("Slack.Door.Off")),
        { SigningSecret: null } => new("slack", true, BotText.Say("Slack.Door.Socket")),
        _ => new("slack", true, BotText.Say("Slack.Door.On", where.Of("/slack/events"))),
    };
}
