using MimeKit;

namespace ChatSupport.Bot.Mail;

/// <summary>A mail as its reader sees it.</summary>
/// <param name="To">The address.</param>
internal sealed record RenderedMail(string To, string Subject, string Text, string Html)
{
    public static RenderedMail Of(MimeMessage mail) =>
        new(mail.To.Mailboxes.First().Address, mail.Subject ?? "", mail.TextBody ?? "", mail.HtmlBody ?? "");
}
