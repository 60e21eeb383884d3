using ChatSupport.Desk.Language;
using ChatSupport.Voice.Calls;
using ChatSupport.Voice.Carrier;

namespace ChatSupport.Voice.Transcription;

/// <summary>Turns what a caller says into text, some time later or never: nothing waits for it.</summary>
internal interface ITranscription
{
    /// <summary>From here on the caller is listened to.</summary>
    Twiml Begin(Twiml twiml, Tongue tongue);

    Twiml End(Twiml twiml);

    /// <summary>Null when the report says nothing of use.</summary>
    Hearing? Read(CarrierRequest report);
}

/// <param name="Said">Something that was understood; null when there is no more to come.</param>
internal sealed record Hearing(Utterance? Said);
