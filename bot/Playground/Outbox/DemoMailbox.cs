using System.Text.RegularExpressions;
using ChatSupport.Bot.Mail;
using ChatSupport.Bot.Playground.Page;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.Storage;
using MimeKit;

namespace ChatSupport.Bot.Playground.Outbox;

/// <summary>The demo's post office: it keeps what is sent, and hands it to a real transport when there is one.</summary>
/// <param name="real">Null lets every mail arrive here and nowhere else.</param>
internal sealed partial class DemoMailbox(Store store, DeskClock clock, Bell bell, IMailTransport? real) : IMailTransport
{
    public async Task<Sending> Send(MimeMessage mail, CancellationToken stop)
    {
        var sending = real is null ? new Sending.Sent() : await real.Send(mail, stop);
        if (sending is Sending.Sent)
        {
            await store.Write(session => Keep(session, mail), CancellationToken.None);
            bell.Ring();
        }
        return sending;
    }

    private async ValueTask<bool> Keep(Session session, MimeMessage mail)
    {
        foreach (var to in mail.To.Mailboxes)
            await session.Add(new DemoOutboxRow(
                0, clock.Now, "mail", to.Address, TicketOf(mail.Subject ?? ""), mail.Subject, mail.TextBody ?? "", mail.HtmlBody));
        return true;
    }

    private static string? TicketOf(string subject) => Reference().Match(subject) is { Success: true, Value: var reference } ? reference : null;

    [GeneratedRegex(@"\b[A-Z]{3}-[0-9]{6,}\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}
