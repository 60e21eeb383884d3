using ChatSupport.Bot.Language;
using ChatSupport.Bot.Mail;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using MimeKit;
using NodaTime;

namespace ChatSupport.Bot.Linking;

/// <summary>The mail that carries a code, written when it leaves.</summary>
internal sealed class LinkMail(LinkCodes codes, LiveDirectory directory, IMailTransport transport) : ILetter
{
    private const string Name = "LinkCode";

    public string Notice => Name;

    public static OutboxRow To(Person person, ChatIdentity who, Instant now) => new(
        $"{Way.Mail}:link:{person.Id}", Tray.Keys, nameof(Way.Mail), person.Id, TicketId: null, Name, $"{who.Service}/{who.Realm}/{who.User}",
        NotBefore: NodaConstants.UnixEpoch, CreatedAt: now);

    public async Task<Sending> Send(OutboxRow row, CancellationToken stop) =>
        await Compose(row) is { } mail ? await transport.Send(mail, stop) : new Sending.Dropped("not-wanted");

    private async Task<MimeMessage?> Compose(OutboxRow row)
    {
        var who = row.Arguments.Split('/', 3) is [var service, var realm, var user] ? new ChatIdentity(Enum.Parse<ChatService>(service), realm, user) : default;
        if (directory.Current.Places.Mail is not { } desk
            || directory.Current.Believed(row.Recipient, who.Service, who.Realm) is not { Email: { } address } person
            || await codes.Issue(who, person.Id) is not { } code)
            return null;
        return new MimeMessage
        {
            From = { new MailboxAddress(desk.Name, desk.Address) },
            To = { new MailboxAddress(person.Name.Full, address) },
            Subject = BotText.Say("Linking.Mail.Subject", who.Service.ToString()).In(person.Tongue),
            Body = new TextPart("plain")
            {
                Text = BotText.Say("Linking.Mail.Body", person.Name.First, who.Service.ToString(), code, LinkCodes.Lifetime).In(person.Tongue),
            },
        };
    }
}
