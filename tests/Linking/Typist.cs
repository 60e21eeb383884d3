using ChatSupport.Bot.Linking;
using ChatSupport.Bot.Mail;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Tests.Delivery;
using MimeKit;

namespace ChatSupport.Tests.Linking;

/// <summary>Somebody in a chat who proves who they are, and the mailbox that they look into.</summary>
internal sealed class Typist : IMailTransport
{
    private readonly Stage stage;

    public Typist(Stage stage)
    {
        this.stage = stage;
        Codes = new LinkCodes(stage.Desk);
        Mail = new LinkMail(Codes, stage.Directory, this);
    }

    public LinkCodes Codes { get; }

    public LinkMail Mail { get; }

    public List<MimeMessage> Inbox { get; } = [];

    /// <summary>Asks, and returns the code that arrives; null when none does.</summary>
    public async Task<string?> Asks(ChatIdentity who, string address)
    {
        await Codes.Ask(who, address, CancellationToken.None);
        var before = Inbox.Count;
        foreach (var claimed in await stage.Claims())
            await stage.Room.Record(claimed, await Mail.Send(claimed.Message, CancellationToken.None), stage.Now);
        return Inbox.Count == before ? null : string.Concat(Inbox[^1].TextBody!.Split("est ")[1].TakeWhile(char.IsAsciiDigit));
    }

    public Task<Proof> Types(ChatIdentity who, string code) => Codes.Prove(who, code, CancellationToken.None);

    public ValueTask<Person?> Finds(ChatIdentity who) => new ChatPeople(stage.Directory, stage.Store).Find(who, CancellationToken.None);

    public Task<Sending> Send(MimeMessage mail, CancellationToken stop)
    {
        Inbox.Add(mail);
        return Task.FromResult<Sending>(new Sending.Sent());
    }
}
