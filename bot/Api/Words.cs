using ChatSupport.Bot.Language;
using ChatSupport.Desk.Language;

namespace ChatSupport.Bot.Api;

/// <summary>The desk's vocabulary as the API writes it: the values' own names, whatever their case.</summary>
internal static class Words
{
    public static bool TryRead<T>(string text, out T value) where T : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<T>())
        {
            value = candidate;
            if (candidate.ToString().Equals(text.Trim(), StringComparison.OrdinalIgnoreCase))
                return true;
        }
        value = default;
        return false;
    }

    /// <summary>The sentence that lists what can be written.</summary>
    public static Sentence Offer<T>() where T : struct, Enum => BotText.Say("Api.NotAChoice", string.Join(", ", Enum.GetNames<T>()));
}
