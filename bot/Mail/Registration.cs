using ChatSupport.Desk.Notices;

namespace ChatSupport.Bot.Mail;

/// <summary>Mail leaves once there is something to carry it.</summary>
internal static class Registration
{
    /// <param name="settings">Null: no mail is sent.</param>
    public static void AddMail(this IServiceCollection services, SmtpSettings? settings)
    {
        if (settings is null)
            return;
        services.AddSingleton(settings);
        services.AddMailBy<SmtpTransport>();
    }

    public static void AddMailBy<TTransport>(this IServiceCollection services) where TTransport : class, IMailTransport
    {
        services.AddSingleton<IMailTransport, TTransport>();
        services.AddSingleton<IWay, MailWay>();
    }
}
