using System.IO;
using ChatSupport.Bot.Configuration;
using ChatSupport.Voice;

namespace ChatSupport.Bot.Playground.Phone;

/// <summary>The phone door on the demo's own carrier, where the demo has no other.</summary>
internal static class DemoPhoneSetup
{
    /// <summary>One of the numbers that France keeps for films.</summary>
    private const string Number = "+33199000000";

    public static void AddDemoPhone(this IServiceCollection services, BotSettings settings, IConfiguration configuration)
    {
        if (settings is not { Demo.Phone: true, Voice: null })
            return;
        var here = ListeningUrls.Configured(configuration) is [var first, ..] ? first : ListeningUrls.Default;
        var line = new DemoLine(Number, settings.BaseUrl ?? new Uri(here));
        services.AddVoice(
            new VoiceSettings(line.AccountSid, line.Token, line.Number, line.BaseUrl, Path.Combine(settings.Folder, "recordings")) { IsSimulated = true },
            provider => provider.GetRequiredService<DemoTwilio>());
        services.AddSingleton(line)
            .AddSingleton<DemoExchange>()
            .AddSingleton<DemoTwilio>()
            .AddSingleton<DemoWebhooks>()
            .AddHostedService(provider => provider.GetRequiredService<DemoWebhooks>());
    }
}
