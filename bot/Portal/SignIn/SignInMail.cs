using ChatSupport.Bot.Configuration;
using ChatSupport.Bot.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using MimeKit;

namespace ChatSupport.Bot.Portal.SignIn;

/// <summary>
/// The mail that carries a link, written when it leaves. An outbox row of the way <c>Mail</c> whose notice is <see cref="Notice"/>
/// is this mail: its recipient is a person, it has no ticket, and its argument is the page to come out on.
/// </summary>
internal sealed class SignInMail(SignInLinks links, LiveDirectory directory, BotSettings settings, IServer server)
{
    public const string Notice = "SignIn";

    /// <returns>Null when it is not to be sent any more: its recipient has left.</returns>
    public async Task<MimeMessage?> Compose(OutboxRow row)
    {
        if (directory.Current.Person(row.Recipient) is not { Email: { } address } person || person is Contact { Active: false })
            return null;
        var link = new Uri(Address, $"/portal/sign-in/{(await links.Issue(person)).Text}{QueryString.Create("to", row.Arguments)}");
        return new MimeMessage
        {
            From = { Sender },
            To = { new MailboxAddress(person.Name.Full, address) },
            Subject = BotText.Say("Portal.Mail.Subject").In(person.Tongue),
            Body = new TextPart("plain") { Text = BotText.Say("Portal.Mail.Body", person.Name.First, link.AbsoluteUri, SignInLinks.Lifetime).In(person.Tongue) },
        };
    }

    /// <summary>Never what a request called us: whoever asks must not choose where the link leads.</summary>
    private Uri Address => settings.BaseUrl ?? new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.First());

    private MailboxAddress Sender => directory.Current.Places.Mail is { } desk
        ? new MailboxAddress(desk.Name, desk.Address)
        : new MailboxAddress(BotText.Say("Portal.Name").In(Desk.Language.Tongue.French), $"no-reply@{Address.Host}");
}
