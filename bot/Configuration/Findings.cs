using ChatSupport.Bot.Language;
using ChatSupport.Desk.Language;

namespace ChatSupport.Bot.Configuration;

/// <summary>What is wrong with the configuration, collected so that an operator reads all of it at once.</summary>
internal sealed class Findings
{
    private readonly List<Sentence> all = [];

    public IReadOnlyList<Sentence> All => all;

    public void Add(Sentence what) => all.Add(what);

    /// <param name="key">A sentence of the page <c>Configuration</c>.</param>
    public void Add(string key, params ReadOnlySpan<object?> with) => all.Add(BotText.Say($"Configuration.{key}", with));
}

/// <summary>The program does not start: each sentence says what to set.</summary>
public sealed class ConfigurationException(IReadOnlyList<Sentence> sentences)
    : Exception(string.Join(Environment.NewLine, sentences.Select(sentence => sentence.In(Tongue.English))))
{
    public IReadOnlyList<Sentence> Sentences { get; } = sentences;
}
