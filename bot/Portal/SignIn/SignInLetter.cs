using ChatSupport.Bot.Mail;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.Portal.SignIn;

/// <summary>The mail with the link, on its way out of the outbox.</summary>
internal sealed class SignInLetter(SignInMail mail, IMailTransport transport) : ILetter
{
    public string Notice => SignInMail.Notice;

    public async Task<Sending> Send(OutboxRow row, CancellationToken stop) =>
        await mail.Compose(row) is { } composed ? await transport.Send(composed, stop) : new Sending.Dropped("left-the-directory");
}
