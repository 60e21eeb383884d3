using System.Globalization;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;
using ChatSupport.Desk.Tickets.Paging;
using ChatSupport.Desk.Tickets.Publishing;
using MimeKit;

namespace ChatSupport.Bot.Mail;

/// <summary>A notice as a mail in its reader's language. Pure: its date and its id are those of what it tells.</summary>
internal static class MailComposer
{
    /// <param name="message">To somebody who has an address.</param>
    /// <param name="desk">From whom it comes.</param>
    public static MimeMessage Compose(Message message, Mailbox desk)
    {
        var mail = new MimeMessage
        {
            Date = message.About.At.InZone(Paris.Zone).ToDateTimeOffset(),
            Subject = Subject(message),
            MessageId = IdOf(message, message.About.Seq, desk),
            Body = Body([.. Letter(message), Signature(message, desk)], message.To.Tongue),
        };
        mail.From.Add(new MailboxAddress(desk.Name, desk.Address));
        mail.To.Add(new MailboxAddress(message.To.Name.Full, message.To.Email!));
        // Nobody's holiday notice answers this, and no other robot does (RFC 3834).
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        mail.Headers.Add("X-Auto-Response-Suppress", "All");
        if (message.About.What is Warned or ResponseMissed or SoftTargetPassed or PageSent or PagingEnded)
            mail.Importance = MessageImportance.High;
        if (message.About.Seq > 1 && message.About.What is not Unpublished)
        {
            mail.InReplyTo = IdOf(message, 1, desk);
            mail.References.Add(mail.InReplyTo);
        }
        return mail;
    }

    /// <summary>The same for all mails of a ticket: those who thread by subject do so, and a reply carries the reference (R23).</summary>
    private static string Subject(Message message)
    {
        if (message.About.What is Unpublished over)
            return FollowerLetter.Subject(over).In(message.To.Tongue);
        var declaration = message.Ticket.Declaration;
        var title = declaration.Title.Length > 0 ? declaration.Title : DeskText.Word(message.Ticket.Kind).In(message.To.Tongue);
        return declaration.ClientRef is { } theirs ? $"[{message.Ticket.Reference}] [{theirs}] {title}" : $"[{message.Ticket.Reference}] {title}";
    }

    /// <summary>
    /// A notice is told to a person once, so this names its row in the outbox, and a repeat is recognised. The instant keeps the ids of
    /// two desks with one domain apart: a test desk, or one that began anew.
    /// </summary>
    private static string IdOf(Message message, int seq, Mailbox desk)
    {
        var domain = desk.Address[(desk.Address.LastIndexOf('@') + 1)..];
        if (message.About.What is Unpublished)
            return string.Create(CultureInfo.InvariantCulture, $"published.{message.Id}.{message.To.Id}@{domain}");
        var ticket = message.Ticket;
        return string.Create(CultureInfo.InvariantCulture,
            $"{ticket.Reference}.{ticket.DeclaredAt.ToUnixTimeMilliseconds()}.{seq}.{message.To.Id}@{domain}");
    }

    private static IEnumerable<Part> Letter(Message message) =>
    [
        Part.Say("Greeting", message.To.Name.First),
        .. message.About.What is Unpublished over ? FollowerLetter.Of(message, over)
            : message.To is Contact ? ClientLetter.Of(message) : DeskLetter.Of(message),
    ];

    private static Part Signature(Message message, Mailbox desk) => message is { To: Contact, About.What: not Unpublished }
        ? Part.Say("SignatureForClient", desk.Name, message.Ticket.Reference)
        : Part.Say("Signature", desk.Name);

    private static MultipartAlternative Body(IReadOnlyList<Part> parts, Tongue tongue) => new(
        new TextPart("plain") { Text = PartsAsText.Write(parts, tongue) },
        new TextPart("html") { Text = PartsAsHtml.Write(parts, tongue) });
}
