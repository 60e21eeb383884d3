using ChatSupport.Bot.Configuration;
using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Portal.Chat;
using ChatSupport.Bot.Portal.Declaring;
using ChatSupport.Bot.Portal.Help;
using ChatSupport.Bot.Portal.Live;
using ChatSupport.Bot.Portal.Privacy;
using ChatSupport.Bot.Portal.SignIn;
using ChatSupport.Bot.Portal.Tickets;
using ChatSupport.Bot.Portal.Voicemails;
using ChatSupport.Desk.Notices;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ChatSupport.Bot.Portal;

/// <summary>
/// « Espace personnel »: the web portal. Its pages are made on the server and work without a script; one small module makes them live.
/// </summary>
internal static class PortalDoor
{
    /// <summary>Nobody can come in without a mail, and no mail can say where the portal is without an address; the demo has both.</summary>
    public static bool IsOpen(BotSettings settings) => settings.Demo is not null || settings is { Smtp: not null, BaseUrl: not null };

    /// <summary>Far above any honest form; the one that takes files says so itself.</summary>
    public const long FormBytes = 1024 * 1024;

    public static void AddPortal(this WebApplicationBuilder builder, BotSettings settings)
    {
        if (!IsOpen(settings))
            return;
        var services = builder.Services;
        services.AddRazorComponents();
        // The keys lie beside the store, readable by the program alone, as the store is.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = settings.BaseUrl?.Scheme == Uri.UriSchemeHttps ? "__Host-portal-form" : "portal-form";
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            forms.Cookie.Path = "/";
            forms.SuppressXFrameOptionsHeader = true;
        });
        services.AddSingleton<PortalAssets>();
        services.AddSingleton<PortalSignIn>();
        services.AddSingleton<SignInLinks>();
        services.AddSingleton<SignInLimits>();
        services.AddSingleton<SignInMail>();
        services.AddSingleton<ILetter, SignInLetter>();
        services.AddSingleton<LivePages>();
        services.AddSingleton<IReplySink, Transcript>();
        services.AddSingleton<ChatRoom>();
        services.AddSingleton<DeclareDraft>();
        services.AddSingleton<KnownList>();
        services.AddSingleton<FileShelf>();
        services.AddSingleton<PostedAct>();
    }

    public static void MapPortal(this WebApplication app, BotSettings settings)
    {
        if (!IsOpen(settings))
            return;
        app.UseWhen(
            http => http.Request.Path.StartsWithSegments("/portal", StringComparison.Ordinal),
            portal => portal.UseMiddleware<PortalGate>());
        var portal = app.MapGroup("/portal").ExcludeFromDescription().WithMetadata(new RequestSizeLimitAttribute(FormBytes));
        portal.MapGet("/assets/{hash}/{name}", (PortalAssets assets, string name, HttpResponse response) => assets.Serve(name, response)).AllowAnonymous();
        portal.MapSignIn();
        portal.MapChat();
        portal.MapDeclare();
        portal.MapTickets();
        portal.MapVoicemails();
        portal.MapLive();
        portal.MapTongue();
        portal.MapGet("/privacy", () => new RazorComponentResult<PrivacyPage>()).AllowAnonymous();
        portal.MapGet("/help", () => new RazorComponentResult<HelpPage>());
        portal.MapFallback(() => NoticePage.Of(StatusCodes.Status404NotFound, "NoSuchPage"));
    }
}
