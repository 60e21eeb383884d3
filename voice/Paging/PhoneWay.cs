using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using ChatSupport.Desk.Tickets.Paging;
using ChatSupport.Voice.Calls;
using ChatSupport.Voice.Carrier;

namespace ChatSupport.Voice.Paging;

/// <summary>Calls engineers, and stops calling them the moment a ticket is taken.</summary>
internal sealed class PhoneWay(TwilioClient twilio, VoiceUrls urls, Store store, DeskClock clock, Lazy<ServiceDesk> desk) : IWay
{
    public Way Way => Way.Phone;

    public Task<Sending> Send(Message message, CancellationToken stop) => message.About.What switch
    {
        PageSent page => Page(message, page, stop),
        Acknowledged or Closed or PriorityDecided => Silence(message, stop),
        _ => Call(message, new PageCall(PageAbout.News, message.Ticket.Reference, message.To.Id), stop),
    };

    private async Task<Sending> Page(Message message, PageSent page, CancellationToken stop)
    {
        var sending = await Call(message, new PageCall(PageAbout.Incident, message.Ticket.Reference, message.To.Id, page.Step), stop);
        if (sending is Sending.Refused)
            await desk.Value.Act(
                message.Ticket.Reference, new AnswerPage(message.To.Id, page.Step, PageOutcome.Failed), new Origin(Actor.Desk, Door.Phone), stop);
        return sending;
    }

    /// <summary>A person's other number is tried when the first came to nothing.</summary>
    private async Task<Sending> Call(Message message, PageCall page, CancellationToken stop)
    {
        if (message.To.Phones.Count == 0)
            return new Sending.Refused("no-number");
        var phone = message.To.Phones[page.Step % message.To.Phones.Count];
        var sending = await twilio.Call(phone, urls.Of(page), stop);
        if (sending is Sending.Sent { VendorId: { } sid } && await IsInVain(new CallRow(sid, phone, clock.Now, null, page.Subject, page.Engineer, "{}"), message))
            await twilio.Cancel(sid, stop);
        return sending;
    }

    /// <summary>Notes that the phone rings. Whoever took the ticket while the call was being placed did not know of it yet.</summary>
    private Task<bool> IsInVain(CallRow call, Message message) => store.Write(async session =>
    {
        await session.TryAddCall(call);
        return await session.LoadTicket(message.Ticket.Id) is { } row && !Notice.StillHolds(message.About.What, row.ToTicket());
    });

    /// <summary>This engineer's phone stops ringing; and a client who waits for an engineer's phone is told who has taken it.</summary>
    private async Task<Sending> Silence(Message message, CancellationToken stop)
    {
        foreach (var call in await store.Ask(reader => reader.CallsGoingOn(message.Ticket.Reference), stop))
        {
            // Whoever took it by phone still hears that it is theirs.
            if (message.About is { Door: Door.Phone, By: var by } && by == call.Engineer)
                continue;
            var sending = call.Engineer == message.To.Id ? await twilio.Cancel(call.Sid, stop)
                : call.Engineer is null && IsWaiting(call, message) ? await twilio.Redirect(call.Sid, urls.Whole(urls.TakenMeanwhile), stop)
                : new Sending.Sent();
            // A call that was refused is over already.
            if (sending is Sending.Retry)
                return sending;
        }
        return new Sending.Sent();
    }

    private static bool IsWaiting(CallRow row, Message message) =>
        message.About is { What: Acknowledged, By: var taker } && taker == message.To.Id
        && Calls.Call.Of(row) is { Step: Step.Ring, TakenBy: null };
}
