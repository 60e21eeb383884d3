using ChatSupport.Desk;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.Storage;
using ChatSupport.Voice.Calls;
using ChatSupport.Voice.Carrier;
using ChatSupport.Voice.Paging;
using ChatSupport.Voice.Recordings;
using ChatSupport.Voice.Transcription;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ChatSupport.Voice;

/// <summary>The phone door put together. Without an account nothing of it exists, and its paths answer 404.</summary>
public static class VoiceSetup
{
    private static readonly TimeSpan CarrierAnswersWithin = TimeSpan.FromSeconds(15);

    /// <summary>So that a carrier that moves is found again.</summary>
    private static readonly TimeSpan ConnectionsLive = TimeSpan.FromMinutes(5);

    /// <param name="settings">Null leaves the door off.</param>
    /// <param name="carrier">Who answers in the carrier's place; null asks the carrier itself.</param>
    public static IServiceCollection AddVoice(this IServiceCollection services, VoiceSettings? settings, Func<IServiceProvider, HttpMessageHandler>? carrier = null)
    {
        if (settings is null)
            return services;
        services.AddHttpClient<TwilioClient>(client => client.Timeout = CarrierAnswersWithin)
            .ConfigurePrimaryHttpMessageHandler(provider => carrier?.Invoke(provider) ?? new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = ConnectionsLive })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        services.AddSingleton(settings)
            .AddSingleton<Signature>()
            .AddSingleton<VoiceUrls>()
            .AddSingleton<Fallback>()
            .AddSingleton<Patience>()
            .AddSingleton(provider => new RecordingLinks(settings, provider.GetRequiredService<VoiceUrls>(), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<RecordingFolder>()
            .AddSingleton<RecordingKeeper>()
            .AddSingleton<Switchboard>()
            .AddSingleton<Pins>()
            .AddSingleton<CallScript>()
            .AddSingleton<WhisperScript>()
            .AddSingleton<PageScript>()
            .AddSingleton<PagingCalls>()
            .AddSingleton<MessageCalls>()
            .AddSingleton<PageDesk>()
            .AddSingleton<RecordingRetention>()
            .AddHostedService(provider => provider.GetRequiredService<RecordingRetention>())
            .AddHostedService<Warmup>()
            .AddSingleton<ILetter, FetchLetter>()
            .AddSingleton<ILetter, EraseLetter>()
            .AddSingleton<ILetter, LinkLetter>()
            .AddSingleton<ILetter, MessageLetter>()
            .AddSingleton<ILetter, TestLetter>();
        if (settings.Transcribes)
            services.AddSingleton<ITranscription, RealTimeTranscription>();
        else
            services.AddSingleton<ITranscription, NoTranscription>();
        return services.AddSingleton<IWay, SmsWay>().AddSingleton<IWay>(NewPhoneWay);
    }

    public static void MapVoice(this WebApplication app)
    {
        if (app.Services.GetService<VoiceSettings>() is null)
            return;
        app.UseMiddleware<CarrierDoor>();
        var voice = app.MapGroup("/voice").ExcludeFromDescription();
        voice.MapCalls();
        voice.MapPages();
        voice.Map("fallback", (CarrierRequest it, Fallback fallback) => fallback.Of(it));
        voice.Map("check", (CarrierRequest _) => new Twiml());
        voice.MapRecordings();
    }

    /// <summary>The desk asks which ways there are while it is made, so this way may only ask for the desk later.</summary>
    private static PhoneWay NewPhoneWay(IServiceProvider provider) => new(
        provider.GetRequiredService<TwilioClient>(), provider.GetRequiredService<VoiceUrls>(), provider.GetRequiredService<Store>(),
        provider.GetRequiredService<DeskClock>(), new Lazy<ServiceDesk>(provider.GetRequiredService<ServiceDesk>));
}
