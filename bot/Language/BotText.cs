using ChatSupport.Desk.Language;

namespace ChatSupport.Bot.Language;

/// <summary>The bot's own phrasebook.</summary>
public static class BotText
{
    public static Phrasebook Book { get; } = new(typeof(BotText).Assembly);

    public static Sentence Say(string key, params ReadOnlySpan<object?> with) => Book.Say(key, with);
}
