using System.Collections.Concurrent;
using ChatSupport.Bot.Mail;
using ChatSupport.Desk.Notices;
using MimeKit;

namespace ChatSupport.Tests.Mail;

/// <summary>Keeps what would be sent.</summary>
internal sealed class CapturingTransport : IMailTransport
{
    private readonly ConcurrentQueue<MimeMessage> mails = new();

    public IReadOnlyList<MimeMessage> Mails => [.. mails];

    public IReadOnlyList<RenderedMail> Rendered => [.. mails.Select(RenderedMail.Of)];

    public RenderedMail LastTo(string address) => Rendered.Last(mail => mail.To == address);

    public Task<Sending> Send(MimeMessage mail, CancellationToken stop)
    {
        mails.Enqueue(mail);
        return Task.FromResult<Sending>(new Sending.Sent(mail.MessageId));
    }
}
