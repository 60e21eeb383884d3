using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Voice.Carrier;

namespace ChatSupport.Voice.Paging;

/// <summary>Calls an engineer who asked whether a page would reach them.</summary>
internal sealed class TestLetter(TwilioClient twilio, VoiceUrls urls, LiveDirectory directory) : ILetter
{
    public string Notice => TestPages.Notice;

    public async Task<Sending> Send(OutboxRow row, CancellationToken stop) => directory.Current.Engineer(row.Recipient) is { Phones: [var phone, ..] }
        ? await twilio.Call(phone, urls.Of(new PageCall(PageAbout.Test, "", row.Recipient)), stop)
        : new Sending.Refused("no-number");
}
