using System.Globalization;
using ChatSupport.Bot.Language;
using ChatSupport.Bot.Mail;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using MimeKit;
using NodaTime;

namespace ChatSupport.Bot.Shifts;

/// <summary>Tells who is about to be on call, and the supervisors, that a page would not reach them; written when it leaves, as it stands then.</summary>
internal sealed class ShiftLetter(LiveDirectory directory, Store store, IReadOnlySet<Way> ways, IMailTransport transport) : ILetter
{
    private const string Name = "Shift";

    public string Notice => Name;

    /// <param name="begins">When the shift begins.</param>
    public static OutboxRow To(Person person, Instant begins, Instant now) => new(
        $"{Way.Mail}:{person.Id}", Tray.Mail, nameof(Way.Mail), person.Id, TicketId: null, Name,
        begins.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), NodaConstants.UnixEpoch, now);

    public async Task<Sending> Send(OutboxRow row, CancellationToken stop)
    {
        var begins = Instant.FromUnixTimeMilliseconds(long.Parse(row.Arguments, CultureInfo.InvariantCulture));
        var engineer = directory.Current.Rota.OnCall(begins);
        var missing = ShiftReadiness.Of(engineer, await store.Read(reader => reader.ChatReachOf(engineer, directory.Current), stop), ways).ToList();
        if (missing.Count == 0 || directory.Current.Places.Mail is not { } desk || directory.Current.Person(row.Recipient) is not { Email: { } address } person)
            return new Sending.Dropped("nothing-to-say");
        return await transport.Send(Compose(engineer, begins, missing, desk, person, address), stop);
    }

    private static MimeMessage Compose(Engineer engineer, Instant begins, IEnumerable<Sentence> missing, Mailbox desk, Person person, string address) => new()
    {
        From = { new MailboxAddress(desk.Name, desk.Address) },
        To = { new MailboxAddress(person.Name.Full, address) },
        Subject = BotText.Say("OnCall.Mail.Subject", engineer.Name.Full, begins).In(person.Tongue),
        Body = new TextPart("plain")
        {
            Text = BotText.Say(
                "OnCall.Mail.Body", person.Name.First, engineer.Name.Full, begins,
                string.Join('\n', missing.Select(sentence => $"• {sentence.In(person.Tongue)}"))).In(person.Tongue),
        },
    };
}
