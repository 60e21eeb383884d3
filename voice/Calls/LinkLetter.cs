using ChatSupport.Desk;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Voice.Carrier;
using ChatSupport.Voice.Language;
using NodaTime;

namespace ChatSupport.Voice.Calls;

/// <summary>
/// Tells a caller whom the phone cannot help where to declare in writing: by text message if their number can read one, else by mail if it
/// is known whose it is.
/// </summary>
internal sealed class LinkLetter(TwilioClient twilio, VoiceUrls urls, Store store) : ILetter
{
    public string Notice => "Phone.Link";

    public static async ValueTask Enqueue(Visit visit, Call call)
    {
        var mailed = visit.Ways.Contains(Way.Mail) && visit.Directory.Contact(call.Contact ?? "") is { Email: not null } contact ? contact.Id : "";
        var row = new OutboxRow($"link:{call.Sid}", Tray.Rest, nameof(Way.Sms), mailed, TicketId: null, "Phone.Link", call.Sid, NodaConstants.UnixEpoch, visit.Now);
        if (Telephone.MayReadTexts(call.Number))
            await visit.Store.Enqueue(row);
        else if (mailed.Length > 0)
            await visit.Store.Enqueue(ByMail(row));
    }

    /// <summary>A number that refuses texts after all does not lose the link.</summary>
    public async Task<Sending> Send(OutboxRow row, CancellationToken stop)
    {
        var call = Call.Of((await store.Ask(reader => reader.LoadCall(row.Arguments), stop))!);
        var sending = await twilio.Text(call.Number, VoiceText.Say("Sms.Link", urls.Portal).In(call.Tongue ?? Tongue.French), stop);
        if (sending is Sending.Refused && row.Recipient.Length > 0)
            await store.Write(session => Enqueue(session, ByMail(row)), stop);
        return sending;
    }

    private static async ValueTask<bool> Enqueue(Session session, OutboxRow row)
    {
        await session.Enqueue(row);
        return true;
    }

    private static OutboxRow ByMail(OutboxRow row) => row with { Tray = Tray.Keys, Lane = $"{Way.Mail}:{row.Recipient}", Way = nameof(Way.Mail), Notice = CallersLink.ByMail };
}
