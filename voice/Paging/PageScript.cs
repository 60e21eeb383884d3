using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;
using ChatSupport.Voice.Carrier;
using ChatSupport.Voice.Language;
using ChatSupport.Voice.Recordings;

namespace ChatSupport.Voice.Paging;

/// <summary>What an engineer who is called hears: the whole of it while keys are taken, so that a key pressed early counts.</summary>
internal sealed class PageScript(VoiceUrls urls, RecordingLinks links)
{
    /// <summary>Said this often to a phone on which nobody presses a key.</summary>
    public const int MostRounds = 3;

    private const int KeySeconds = 6;

    /// <summary>1 takes it, 2 plays the message, 3 passes it on, any other key says it again.</summary>
    public Twiml Ask(PageCall page, Ticket ticket, Engineer engineer, Directory directory, bool hasMessage)
    {
        var client = directory.NameOf(ticket.Client);
        var what = page.About == PageAbout.Incident
            ? VoiceText.Say("Page.Incident", ticket.Priority, ticket.Plan, client, Spelled.Reference(ticket.Reference))
            : VoiceText.Say("Page.Wake", client, Spelled.Reference(ticket.Reference));
        return Gather(page, engineer,
        [
            Say(engineer, what),
            .. page.About == PageAbout.Incident && ticket.Clock.DueAt is { } due ? [Say(engineer, VoiceText.Say("Page.DueBy", due))] : Array.Empty<Spoken>(),
            Say(engineer, VoiceText.Say(page.CanPassOn ? "Page.Keys" : "Page.KeysWake")),
            .. hasMessage ? [Say(engineer, VoiceText.Say("Page.KeyMessage"))] : Array.Empty<Spoken>(),
        ]);
    }

    public Twiml AskUnidentified(PageCall page, Engineer engineer, string number) => Gather(page, engineer,
    [
        Say(engineer, number.Length == 0 ? VoiceText.Say("Page.UnidentifiedWithheld") : VoiceText.Say("Page.Unidentified", Spelled.Number(number))),
        Say(engineer, VoiceText.Say("Page.Keys")),
        Say(engineer, VoiceText.Say("Page.KeyMessage")),
    ]);

    public Twiml AskTest(PageCall page, Engineer engineer) => Gather(page, engineer, [Say(engineer, VoiceText.Say("Page.Test"))]);

    public Twiml TestKey(PageCall page, Engineer engineer, string key) =>
        key == "1" ? End(engineer, VoiceText.Say("Page.TestPassed")) : AskTest(page, engineer);

    public Twiml Play(PageCall page, Engineer engineer, string? recording) => Gather(page, engineer,
    [
        recording is null ? Say(engineer, VoiceText.Say("Page.NoMessage")) : new Spoken.Sound(links.To(recording)),
        Say(engineer, VoiceText.Say(page.CanPassOn ? "Page.Keys" : "Page.KeysWake")),
    ]);

    public static Twiml End(Engineer engineer, Sentence sentence) => new Twiml().Say(Say(engineer, sentence)).Hangup();

    private Twiml Gather(PageCall page, Engineer engineer, IEnumerable<Spoken> heard) => page.Round < MostRounds
        ? new Twiml().Gather(urls.PageKey(page with { Round = page.Round + 1 }), KeyEntry.One, KeySeconds, heard)
        : End(engineer, VoiceText.Say("Page.NobodyThere"));

    private static Spoken.Words Say(Engineer engineer, Sentence sentence) => new(engineer.Tongue, sentence);
}
