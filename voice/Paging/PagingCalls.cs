using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using ChatSupport.Desk.Tickets.Paging;
using ChatSupport.Voice.Carrier;
using ChatSupport.Voice.Language;

namespace ChatSupport.Voice.Paging;

/// <summary>A call to an engineer about an incident. It keeps nothing of its own: each request finds the ticket as it stands.</summary>
internal sealed class PagingCalls(ServiceDesk desk, LiveDirectory directory, Store store, PageScript script)
{
    /// <summary>Somebody, or something, answered.</summary>
    public async Task<Twiml> Answered(PageCall page, Engineer engineer)
    {
        if (await desk.Find(page.Subject, Actor.Of(engineer)) is not { } ticket)
            return new Twiml().Hangup();
        return page.About == PageAbout.Incident && !ticket.IsPaged()
            ? PageScript.End(engineer, State(ticket, engineer))
            : script.Ask(page, ticket, engineer, directory.Current, await Message(page) is not null);
    }

    public async Task<Twiml> Pressed(PageCall page, Engineer engineer, string key, string call) => (page.About, key) switch
    {
        (PageAbout.News, "1") => PageScript.End(engineer, VoiceText.Say("Page.Noted")),
        (_, "1") => await Take(page, engineer, call),
        (_, "2") => script.Play(page, engineer, await Message(page)),
        (PageAbout.Incident, "3") => await PassOn(page, engineer),
        _ => await Answered(page, engineer),
    };

    /// <summary>The ladder need not wait for this engineer's phone any more.</summary>
    public Task Report(PageCall page, PageOutcome outcome) =>
        desk.Act(page.Subject, new AnswerPage(page.Engineer, page.Step, outcome), new Origin(Actor.Desk, Door.Phone));

    private async Task<Twiml> Take(PageCall page, Engineer engineer, string call)
    {
        var origin = new Origin(Actor.Of(engineer), Door.Phone, new DeliveryKey("phone:taken", call));
        await desk.Act(page.Subject, new Acknowledge(null), origin);
        return PageScript.End(engineer, State((await desk.Find(page.Subject, origin.Actor))!, engineer));
    }

    private async Task<Twiml> PassOn(PageCall page, Engineer engineer)
    {
        await Report(page, PageOutcome.PassedOn);
        return PageScript.End(engineer, VoiceText.Say("Page.PassedOn"));
    }

    private async Task<string?> Message(PageCall page) =>
        await store.Ask(reader => reader.VoicemailsOf(page.Subject)) is [var newest, ..] ? newest.Id : null;

    /// <summary>How it stands in truth, whatever the key was meant to do.</summary>
    private Sentence State(Ticket ticket, Engineer engineer) => ticket switch
    {
        { Status: Status.Closed } or { AcknowledgedBy: null } => VoiceText.Say("Page.NoLonger", Spelled.Reference(ticket.Reference)),
        { AcknowledgedBy: var taker } when taker == engineer.Id => VoiceText.Say("Page.Yours", Spelled.Reference(ticket.Reference)),
        _ => VoiceText.Say("Page.AlreadyTaken", Spelled.Reference(ticket.Reference), directory.Current.NameOf(ticket.AcknowledgedBy), ticket.AcknowledgedAt),
    };
}
