using ChatSupport.Desk;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Voice.Carrier;
using ChatSupport.Voice.Language;
using NodaTime;

namespace ChatSupport.Voice.Paging;

/// <summary>A call about a message of nobody knows whom. Taking it on says who sees to it; whose it is, is said in writing.</summary>
internal sealed class MessageCalls(ServiceDesk desk, LiveDirectory directory, Store store, TimeProvider time, PageScript script)
{
    public async Task<Twiml> Answered(PageCall page, Engineer engineer) =>
        await store.Ask(reader => reader.LoadVoicemail(page.Subject)) is { } left ? Ask(page, engineer, left) : new Twiml().Hangup();

    public async Task<Twiml> Pressed(PageCall page, Engineer engineer, string key) => key switch
    {
        "1" => Ask(page, engineer, await TakeOn(page.Subject, engineer)),
        "2" => script.Play(page, engineer, page.Subject),
        "3" => await PassOn(page, engineer),
        _ => await Answered(page, engineer),
    };

    /// <summary>Nobody was reached: the next is called at once.</summary>
    public Task PassOn(PageCall page) => desk.Receive(async visit =>
    {
        await MessageLetter.PassOn(visit.Store, page.Subject, visit.Directory.Rota, visit.Now, Instant.FromDateTimeOffset(time.GetUtcNow()));
        return true;
    });

    private Twiml Ask(PageCall page, Engineer engineer, VoicemailRow left) => left.HandledBy switch
    {
        null => script.AskUnidentified(page, engineer, left.Number),
        var taker when taker == engineer.Id => PageScript.End(engineer, VoiceText.Say("Page.MessageYours")),
        var taker => PageScript.End(engineer, VoiceText.Say("Page.MessageTaken", directory.Current.NameOf(taker), left.HandledAt)),
    };

    private Task<VoicemailRow> TakeOn(string id, Engineer engineer) => desk.Receive(async visit =>
    {
        var left = (await visit.Store.HoldVoicemail(id))!;
        if (left.HandledBy is null)
        {
            left = left with { HandledBy = engineer.Id, HandledAt = visit.Now };
            await visit.Store.SaveVoicemail(left);
        }
        return left;
    });

    private async Task<Twiml> PassOn(PageCall page, Engineer engineer)
    {
        await PassOn(page);
        return PageScript.End(engineer, VoiceText.Say("Page.PassedOn"));
    }
}
