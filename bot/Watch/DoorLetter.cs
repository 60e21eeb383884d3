using System.Text.Json;
using ChatSupport.Bot.Language;
using ChatSupport.Bot.Mail;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using MimeKit;
using NodaTime;

namespace ChatSupport.Bot.Watch;

/// <summary>The mail that says that nothing gets through by a way, or that it does again.</summary>
internal sealed class DoorLetter(IMailTransport transport, LiveDirectory directory) : ILetter
{
    public const string Name = "Door";

    public string Notice => Name;

    /// <param name="over">When it got through again; null while it does not.</param>
    public static string Write(DoorTrouble trouble, Instant? over) => JsonSerializer.Serialize(
        new Words(trouble.Way.ToString(), trouble.Since.ToUnixTimeMilliseconds(), trouble.Why, over?.ToUnixTimeMilliseconds(), trouble.IsInward));

    public async Task<Sending> Send(OutboxRow row, CancellationToken stop)
    {
        if (directory.Current.Person(row.Recipient) is not { Email: { } address } person)
            return new Sending.Dropped("left-the-directory");
        if (directory.Current.Places.Mail is not { } desk)
            return new Sending.Refused("no-desk-mailbox");
        var words = JsonSerializer.Deserialize<Words>(row.Arguments)!;
        return await transport.Send(new MimeMessage
        {
            From = { new MailboxAddress(desk.Name, desk.Address) },
            To = { new MailboxAddress(person.Name.Full, address) },
            Subject = words.Say("Subject").In(person.Tongue),
            Body = new TextPart("plain") { Text = words.Say("Body").In(person.Tongue) },
            Importance = MessageImportance.High,
        }, stop);
    }

    /// <param name="part">The subject or the body.</param>
    public static Sentence Say(string part, DoorTrouble trouble, Instant? over) => (trouble.IsInward, over) switch
    {
        (false, null) => BotText.Say($"Watch.Failing{part}", trouble.Way, trouble.Since, trouble.Why),
        (false, { } back) => BotText.Say($"Watch.Back{part}", trouble.Way, trouble.Since, back),
        (true, null) => BotText.Say($"Watch.Deaf{part}", trouble.Way, trouble.Since, trouble.Why),
        (true, { } back) => BotText.Say($"Watch.Hears{part}", trouble.Way, trouble.Since, back),
    };

    private sealed record Words(string Way, long Since, string Why, long? Over, bool Inward = false)
    {
        public Sentence Say(string part) =>
            DoorLetter.Say(part, new DoorTrouble(Enum.Parse<Way>(Way), At(Since), Why, Inward), Over is { } over ? At(over) : null);

        private static Instant At(long milliseconds) => Instant.FromUnixTimeMilliseconds(milliseconds);
    }
}
