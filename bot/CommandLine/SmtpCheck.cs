using System.IO;
using System.Net.Sockets;
using ChatSupport.Bot.Mail;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace ChatSupport.Bot.CommandLine;

/// <summary>Goes as far as a mail would: connects, encrypts, signs in. Sends nothing.</summary>
internal static class SmtpCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task<CheckItem> Try(SmtpSettings smtp)
    {
        var where = $"{smtp.Host}:{smtp.Port}";
        using var stop = new CancellationTokenSource(Patience);
        using var client = new SmtpClient();
        try
        {
            await client.ConnectAsync(smtp.Host, smtp.Port, smtp.Security, stop.Token);
            if (smtp is { User: { } user, Password: { } password })
                await client.AuthenticateAsync(user, password, stop.Token);
            await client.DisconnectAsync(quit: true, stop.Token);
            return CheckItem.Of(CheckItem.Good, client.IsSecure || smtp.UseTls ? "Mail" : "MailInTheClear", where);
        }
        catch (Exception failure) when (Reason(failure) is not null)
        {
            return CheckItem.Of(CheckItem.Bad, Reason(failure)!, where);
        }
    }

    private static string? Reason(Exception failure) => failure switch
    {
        OperationCanceledException or TimeoutException => "MailSilent",
        SocketException => "MailUnreachable",
        SslHandshakeException => "MailCertificate",
        NotSupportedException => "MailUnencrypted",
        AuthenticationException => "MailRefusesUser",
        IOException or ProtocolException or CommandException => "MailAnswersOddly",
        _ => null,
    };
}
