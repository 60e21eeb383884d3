using ChatSupport.Desk.Notices;
using MimeKit;

namespace ChatSupport.Bot.Mail;

/// <summary>Where composed mail goes: to an SMTP server, or into the demo's mailbox.</summary>
internal interface IMailTransport
{
    /// <returns>What came of this one attempt; an exception is a defect.</returns>
    Task<Sending> Send(MimeMessage mail, CancellationToken stop);
}
