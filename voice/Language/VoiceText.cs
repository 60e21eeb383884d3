using ChatSupport.Desk.Language;

namespace ChatSupport.Voice.Language;

/// <summary>The phone door's own phrasebook.</summary>
public static class VoiceText
{
    public static Phrasebook Book { get; } = new(typeof(VoiceText).Assembly);

    public static Sentence Say(string key, params ReadOnlySpan<object?> with) => Book.Say(key, with);
}
