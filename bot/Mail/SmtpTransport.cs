using System.Collections.Concurrent;
using System.IO;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using ChatSupport.Desk.Notices;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace ChatSupport.Bot.Mail;

/// <summary>Hands mail to the SMTP server, over a few connections that are kept open while there is mail to send.</summary>
internal sealed partial class SmtpTransport(SmtpSettings settings, TimeProvider time) : IMailTransport, IDisposable
{
    /// <summary>Providers allow a sender two or three at once.</summary>
    private const int Connections = 2;

    /// <summary>A server may have hung up on a connection that was idle for longer, without our hearing of it.</summary>
    private static readonly TimeSpan Trusted = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim places = new(Connections);
    private readonly ConcurrentStack<Line> idle = new();

    public async Task<Sending> Send(MimeMessage mail, CancellationToken stop)
    {
        await places.WaitAsync(stop);
        try
        {
            return await SendByLine(mail, stop);
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose()
    {
        foreach (var line in idle)
            line.Client.Dispose();
        places.Dispose();
    }

    private async Task<Sending> SendByLine(MimeMessage mail, CancellationToken stop)
    {
        SmtpClient? client = null;
        var isUsable = false;
        try
        {
            client = await Connect(stop);
            await client.SendAsync(mail, stop);
            isUsable = true;
            return new Sending.Sent(mail.MessageId);
        }
        catch (SmtpCommandException answer)
        {
            isUsable = client is { IsConnected: true } && answer.StatusCode != SmtpStatusCode.ServiceNotAvailable;
            return Judge(answer, isAboutMail: client is not null && answer.ErrorCode != SmtpErrorCode.SenderNotAccepted);
        }
        catch (NotSupportedException) when (client is not null)
        {
            return new Sending.Refused("SMTP without SMTPUTF8");
        }
        catch (Exception failure) when (Cause(failure) is not null)
        {
            return new Sending.Retry($"SMTP: {Cause(failure)}");
        }
        finally
        {
            if (isUsable)
                idle.Push(new Line(client!, time.GetTimestamp()));
            else
                client?.Dispose();
        }
    }

    private async Task<SmtpClient> Connect(CancellationToken stop)
    {
        while (idle.TryPop(out var line))
        {
            if (await IsAlive(line, stop))
                return line.Client;
            line.Client.Dispose();
        }
        var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, settings.Security, stop);
            if (settings is { User: { } user, Password: { } password })
                await client.AuthenticateAsync(user, password, stop);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private async Task<bool> IsAlive(Line line, CancellationToken stop)
    {
        if (time.GetElapsedTime(line.LastUsed) < Trusted)
            return line.Client.IsConnected;
        try
        {
            await line.Client.NoOpAsync(stop);
            return true;
        }
        catch (Exception failure) when (failure is SmtpCommandException || Cause(failure) is not null)
        {
            return false;
        }
    }

    /// <summary>
    /// A permanent no to the recipient or the mail is a refusal. One to the sender is about our own configuration, as one to the
    /// connection or the password is: somebody mends it, and what waits is not lost.
    /// </summary>
    private static Sending Judge(SmtpCommandException answer, bool isAboutMail)
    {
        var why = $"SMTP {(int)answer.StatusCode} {EnhancedCode().Match(answer.Message).Value}".TrimEnd();
        return (int)answer.StatusCode >= 500 && isAboutMail ? new Sending.Refused(why) : new Sending.Retry(why);
    }

    /// <summary>What keeps the server from being reached; null for what is not the network's doing.</summary>
    private static string? Cause(Exception failure) => failure switch
    {
        SocketException socket => socket.SocketErrorCode.ToString(),
        IOException { InnerException: SocketException socket } => socket.SocketErrorCode.ToString(),
        IOException or TimeoutException or ProtocolException or SslHandshakeException or AuthenticationException
            or ServiceNotConnectedException or ServiceNotAuthenticatedException or NotSupportedException => failure.GetType().Name,
        _ => null,
    };

    /// <summary>The code of RFC 3463 at the start of an answer. The rest of it may name people, so it is not kept.</summary>
    [GeneratedRegex(@"^[245]\.\d{1,3}\.\d{1,3}\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex EnhancedCode();

    private sealed record Line(SmtpClient Client, long LastUsed);
}
