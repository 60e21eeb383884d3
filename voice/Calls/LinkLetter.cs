using ChatSupport.Desk.Language;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Voice.Carrier;
using ChatSupport.Voice.Language;
using NodaTime;

namespace ChatSupport.Voice.Calls;

/// <summary>Tells a caller whom the phone cannot help where to declare in writing, if their number can read it.</summary>
internal sealed class LinkLetter(TwilioClient twilio, VoiceUrls urls, Store store) : ILetter
{
    public string Notice => "Phone.Link";

    public static OutboxRow For(string call, Instant now) =>
        new($"link:{call}", Urgent: false, nameof(Way.Sms), Recipient: "", TicketId: null, "Phone.Link", call, NodaConstants.UnixEpoch, now);

    public async Task<Sending> Send(OutboxRow row, CancellationToken stop) =>
        await store.Read(reader => reader.LoadCall(row.Arguments), stop) is { } call && Telephone.MayReadTexts(call.Number)
            ? await twilio.Text(call.Number, VoiceText.Say("Sms.Link", urls.Portal).In(Call.Of(call).Tongue ?? Tongue.French), stop)
            : new Sending.Dropped("no-mobile");
}
