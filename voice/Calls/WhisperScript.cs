using ChatSupport.Desk.People;
using ChatSupport.Voice.Carrier;
using ChatSupport.Voice.Language;

namespace ChatSupport.Voice.Calls;

/// <summary>What an engineer hears, alone, before a waiting client is connected. Without the key nobody is: it may be a mailbox.</summary>
internal sealed class WhisperScript(VoiceUrls urls)
{
    private const int KeySeconds = 8;

    /// <summary>Once the engineer has taken the call the answer is empty, which connects the two.</summary>
    public Twiml Of(Line line, Engineer engineer) => line.Call switch
    {
        { Step: Step.Ring, HasEnded: false, TakenBy: null } => Ask(line, engineer),
        { Step: Step.Ring, HasEnded: false, TakenBy: var taker } when taker == engineer.Id => new Twiml(),
        _ => new Twiml().Say(new Spoken.Words(engineer.Tongue, VoiceText.Say("Page.CallerGone"))).Hangup(),
    };

    private Twiml Ask(Line line, Engineer engineer) => new Twiml().Gather(
        urls.WhisperKey(line.Call.Sid, engineer.Id), KeyEntry.One, KeySeconds,
        new Spoken.Words(engineer.Tongue, VoiceText.Say(
            "Page.Whisper", line.Directory.Client(line.Call.Client!)!.Name, Spelled.Reference(line.Call.Ticket ?? ""))));
}
