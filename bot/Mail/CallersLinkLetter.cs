using ChatSupport.Bot.Configuration;
using ChatSupport.Bot.Language;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using MimeKit;

namespace ChatSupport.Bot.Mail;

/// <summary>Tells a contact who phoned, and whose phone reads no text messages, where to declare.</summary>
internal sealed class CallersLinkLetter(LiveDirectory directory, BotSettings settings, IMailTransport transport) : ILetter
{
    public string Notice => CallersLink.ByMail;

    public async Task<Sending> Send(OutboxRow row, CancellationToken stop) =>
        directory.Current.Contact(row.Recipient) is { Active: true, Email: { } address } contact && directory.Current.Places.Mail is { } desk && settings.BaseUrl is { } here
            ? await transport.Send(Compose(contact, address, desk, here), stop)
            : new Sending.Dropped("nobody-to-write-to");

    private static MimeMessage Compose(Contact contact, string address, Mailbox desk, Uri here) => new()
    {
        From = { new MailboxAddress(desk.Name, desk.Address) },
        To = { new MailboxAddress(contact.Name.Full, address) },
        Subject = BotText.Say("Mail.CallersLink.Subject").In(contact.Tongue),
        Body = new TextPart("plain")
        {
            Text = BotText.Say("Mail.CallersLink.Body", contact.Name.First, $"{here.ToString().TrimEnd('/')}/portal/declare").In(contact.Tongue),
        },
    };
}
