using ChatSupport.Bot.Api;
using ChatSupport.Bot.Configuration;
using ChatSupport.Bot.Language;
using ChatSupport.Desk.Language;

namespace ChatSupport.Bot.Health;

/// <summary>The doors of this program, and the summary of them at its start.</summary>
internal static partial class Doors
{
    public static void AddDoorReports(this IServiceCollection services)
    {
        services.AddSingleton<Whereabouts>();
        services.AddSingleton(provider => OfApi(provider.GetRequiredService<ApiKeys>(), provider.GetRequiredService<Whereabouts>()));
        services.AddSingleton(provider => OfMail(provider.GetRequiredService<BotSettings>(), provider.GetRequiredService<Whereabouts>()));
        services.AddSingleton(provider => OfPhone(provider.GetRequiredService<BotSettings>(), provider.GetRequiredService<Whereabouts>()));
        services.AddSingleton(provider => OfDemo(provider.GetRequiredService<BotSettings>(), provider.GetRequiredService<Whereabouts>()));
    }

    /// <summary>Tells whoever starts the program which doors are open, one line each, in their language.</summary>
    public static void SummariseDoorsOnceStarted(this WebApplication app, Tongue tongue) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("ChatSupport.Doors");
        foreach (var door in app.Services.GetServices<DoorReport>())
        {
            var (state, says) = (BotText.Say(door.IsOn ? "Health.On" : "Health.Off").In(tongue), door.Says.In(tongue));
            LogDoor(log, door.Name, state, says);
        }
    });

    private static DoorReport OfApi(ApiKeys keys, Whereabouts where) => keys.IsOpen
        ? new("api", true, BotText.Say("Health.ApiOn", where.Of("/api"), keys.Callers.Count()))
        : new("api", false, BotText.Say("Health.ApiOff"));

    private static DoorReport OfMail(BotSettings settings, Whereabouts where) => settings switch
    {
        { Smtp: { } smtp } => new("mail", true, BotText.Say("Health.MailOn", $"{smtp.Host}:{smtp.Port}")),
        { Demo: not null } => new("mail", true, BotText.Say("Health.MailInDemo", where.Of("/demo/outbox"))),
        _ => new("mail", false, BotText.Say("Health.MailOff")),
    };

    private static DoorReport OfPhone(BotSettings settings, Whereabouts where) => settings switch
    {
        { Voice: { } voice } => new("phone", true, BotText.Say("Health.PhoneOn", voice.From, $"{voice.BaseUrl.ToString().TrimEnd('/')}/voice/answer")),
        { Demo.Phone: true } => new("phone", true, BotText.Say("Health.PhoneInDemo", where.Of("/"))),
        _ => new("phone", false, BotText.Say("Health.PhoneOff")),
    };

    private static DoorReport OfDemo(BotSettings settings, Whereabouts where) => settings.Demo is not null
        ? new("demo", true, BotText.Say("Health.DemoOn", where.Of("/")))
        : new("demo", false, BotText.Say("Health.DemoOff"));

    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "{Door}: {State}. {Says}")]
    private static partial void LogDoor(ILogger log, string door, string state, string says);
}
