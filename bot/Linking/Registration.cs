using ChatSupport.Bot.Configuration;
using ChatSupport.Desk.Notices;

namespace ChatSupport.Bot.Linking;

/// <summary>Who people in chats are. Every chat door needs it; codes leave once mail can.</summary>
internal static class Registration
{
    public static void AddLinking(this IServiceCollection services, BotSettings settings)
    {
        services.AddSingleton<ChatPeople>();
        services.AddSingleton<LinkCodes>();
        if (settings.Demo is not null || settings.Smtp is not null)
            services.AddSingleton<ILetter, LinkMail>();
    }
}
