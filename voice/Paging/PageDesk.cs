using ChatSupport.Desk.Clock;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets.Paging;
using ChatSupport.Voice.Carrier;

namespace ChatSupport.Voice.Paging;

/// <summary>What comes back from the calls that the desk places, brought to whoever placed them.</summary>
internal sealed class PageDesk(
    PagingCalls incidents, MessageCalls messages, PageScript script, LiveDirectory people, Store store, DeskClock clock, TwilioClient twilio)
{
    /// <summary>Somebody answered; a machine does not count, however it makes itself known.</summary>
    public async Task<Twiml> Answered(CarrierRequest it) => (PageCall.Of(it), EngineerOf(it)) switch
    {
        (_, null) => new Twiml().Hangup(),
        (var page, _) when IsMachine(it) => await Refuse(page, PageOutcome.Machine),
        ({ About: PageAbout.Test } page, var engineer) => script.AskTest(page, engineer),
        ({ About: PageAbout.Message } page, var engineer) => await messages.Answered(page, engineer),
        var (page, engineer) => await incidents.Answered(page, engineer),
    };

    public async Task<Twiml> Pressed(CarrierRequest it) => (PageCall.Of(it), EngineerOf(it)) switch
    {
        (_, null) => new Twiml().Hangup(),
        ({ About: PageAbout.Test } page, var engineer) => script.TestKey(page, engineer, it.Digits),
        ({ About: PageAbout.Message } page, var engineer) => await messages.Pressed(page, engineer, it.Digits),
        var (page, engineer) => await incidents.Pressed(page, engineer, it.Digits, it.CallSid),
    };

    /// <summary>A machine was heard while the page was being read to it.</summary>
    public async Task GiveUp(CarrierRequest it)
    {
        await Report(PageCall.Of(it), PageOutcome.Machine);
        using var stop = new CancellationTokenSource(TwilioClient.Briefly);
        await twilio.HangUp(it.CallSid, stop.Token);
    }

    /// <summary>The call is over; unless somebody took it on in there, nobody need wait for this phone any more.</summary>
    public async Task Over(CarrierRequest it)
    {
        var page = PageCall.Of(it);
        await store.Write(async session =>
        {
            var call = new CallRow(it.CallSid, it["To"], clock.Now, clock.Now, page.Subject, page.Engineer, "{}");
            if (!await session.TryAddCall(call))
                await session.SaveCall(call);
            return true;
        });
        await Report(page, OutcomeOf(it));
    }

    public static bool IsMachine(CarrierRequest it) => it["AnsweredBy"] is "fax" or ['m', 'a', 'c', 'h', 'i', 'n', 'e', ..];

    private async Task<Twiml> Refuse(PageCall page, PageOutcome outcome)
    {
        await Report(page, outcome);
        return new Twiml().Hangup();
    }

    private Task Report(PageCall page, PageOutcome outcome) => page.About switch
    {
        PageAbout.Incident => incidents.Report(page, outcome),
        PageAbout.Message => messages.PassOn(page),
        _ => Task.CompletedTask,
    };

    private Engineer? EngineerOf(CarrierRequest it) => people.Current.Engineer(it["to"]);

    private static PageOutcome OutcomeOf(CarrierRequest it) => it["CallStatus"] switch
    {
        _ when IsMachine(it) => PageOutcome.Machine,
        "no-answer" => PageOutcome.NoAnswer,
        "busy" => PageOutcome.Busy,
        "completed" => PageOutcome.NotTaken,
        _ => PageOutcome.Failed,
    };
}
