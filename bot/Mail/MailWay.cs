using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;

namespace ChatSupport.Bot.Mail;

/// <summary>Notices as e-mail, one mail to one person, so that no address is refused for another's sake.</summary>
internal sealed class MailWay(IMailTransport transport) : IWay
{
    public Way Way => Way.Mail;

    public async Task<Sending> Send(Message message, CancellationToken stop)
    {
        if (message.To.Email is null)
            return new Sending.Refused("no-address");
        // Somebody has to mend the directory, and what waits for that is not lost.
        if (message.Directory.Places.Mail is not { } desk)
            return new Sending.Retry("no-desk-mailbox");
        return await transport.Send(MailComposer.Compose(message, desk), stop);
    }
}
