using ChatSupport.Bot.Api;
using ChatSupport.Bot.Api.Description;
using ChatSupport.Bot.CommandLine;
using ChatSupport.Bot.Configuration;
using ChatSupport.Bot.Delivery;
using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.FrontDoor;
using ChatSupport.Bot.Health;
using ChatSupport.Bot.Limits;
using ChatSupport.Bot.Linking;
using ChatSupport.Bot.Mail;
using ChatSupport.Bot.Playground;
using ChatSupport.Bot.Playground.Phone;
using ChatSupport.Bot.Playground.Seats;
using ChatSupport.Bot.Portal;
using ChatSupport.Bot.Sharing;
using ChatSupport.Bot.Shifts;
using ChatSupport.Bot.Slack;
using ChatSupport.Bot.Slack.Arriving;
using ChatSupport.Bot.Teams;
using ChatSupport.Bot.Teams.Arriving;
using ChatSupport.Bot.Watch;
using ChatSupport.Desk;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Voice;

namespace ChatSupport.Bot;

/// <summary>The program put together: the desk on its store, the doors that are configured, delivery and sweep.</summary>
public static class BotHost
{
    /// <summary>Runs the program until it is told to stop; what keeps it from starting is said on the error stream.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var terminal = Terminal.OfThisProcess();
        try
        {
            await using var app = await BuildAsync(args);
            app.SummariseDoorsOnceStarted(terminal.Tongue);
            await app.RunAsync();
            return 0;
        }
        catch (ConfigurationException refused)
        {
            foreach (var sentence in refused.Sentences)
                terminal.Refuse(sentence, terminal.Tongue);
        }
        catch (StoreRefusedException refused)
        {
            terminal.Refuse(refused.Sentence, terminal.Tongue);
        }
        catch (InvalidDirectoryException refused)
        {
            await terminal.Error.WriteLineAsync(DirectoryError.Listed(refused.Errors, terminal.Tongue));
        }
        return 1;
    }

    /// <exception cref="ConfigurationException">Something is missing or wrong; every finding is named.</exception>
    /// <exception cref="StoreRefusedException">The store cannot be opened.</exception>
    /// <exception cref="InvalidDirectoryException">The directory is missing or not valid; every error is named with its line.</exception>
    public static async Task<WebApplication> BuildAsync(string[] args)
    {
        // Settings are read once. A watch over this folder for changes of them would wake at every write of the store in it.
        var builder = WebApplication.CreateBuilder([.. args, "--hostBuilder:reloadConfigOnChange=false"]);
        builder.Configuration.AddQuietDefaults();
        if (ListeningUrls.Configured(builder.Configuration) is [])
            builder.WebHost.UseUrls(ListeningUrls.Default);
        builder.AddFrontDoor();

        var settings = BotSettings.Read(builder.Configuration, builder.Environment);
        var store = await Store.Open(settings.Store);
        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton(_ => store);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<ApiKeys>();
        services.AddSingleton(provider => new LiveDirectory(
            settings.DirectoryPath, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<LiveDirectory>>()));
        services.AddLimits(settings);
        services.AddHealth();
        services.AddWatch(settings);
        services.AddApiDescription();
        services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        await services.AddDeskClock(settings, store);
        if (settings.Demo is null)
            services.AddMail(settings.Smtp);
        else
            services.AddDemoMail(settings.Smtp);
        services.AddVoice(settings.Voice);
        services.AddDemoPhone(settings, builder.Configuration);
        services.AddSingleton<IReadOnlySet<Way>>(provider => provider.GetServices<IWay>().Select(way => way.Way).ToHashSet());
        services.AddSingleton<ServiceDesk>();
        services.AddSingleton<Conversations>();
        services.AddSharing(settings);
        services.AddKeys(settings, store);
        services.AddDelivery(settings.Delivery);
        services.AddLinking(settings);
        services.AddHostedService<ShiftWatch>();
        if (settings.Demo is not null || settings.Smtp is not null)
            services.AddSingleton<ILetter, ShiftLetter>().AddSingleton<ILetter, CallersLinkLetter>();
        services.AddTeams(settings);
        services.AddSlack(settings);
        builder.AddPortal(settings);

        var app = builder.Build();
        try
        {
            // Whoever starts the program learns at once what is wrong with the directory.
            app.Services.GetRequiredService<ServiceDesk>();
        }
        catch (InvalidDirectoryException)
        {
            await app.DisposeAsync();
            throw;
        }
        if (settings.Demo is not null)
            app.UseSeats();
        app.Services.ListenToNeighbours();
        app.UseFrontDoor();
        app.UseLimits();
        if (settings.Demo is not null)
            app.UseDemo();
        app.UseWhen(ApiDoor.IsBefore, api => api.UseMiddleware<ApiDoor>());
        app.MapApi();
        app.MapVoicemails();
        app.MapWaves();
        app.MapOpenApi();
        app.MapHealth();
        if (settings.Demo is not null)
            app.MapDemo();
        app.MapTeams(settings.Teams);
        app.MapSlack(settings.Slack);
        app.MapPortal(settings);
        app.MapVoice();
        return app;
    }
}
