using System.Collections.Concurrent;
using System.Reflection;
using System.Resources;
using System.Text;

namespace ChatSupport.Desk.Language;

/// <summary>
/// The sentences of one project: its <c>Language/*.resx</c> pages, English beside French. A key is <c>Page.Entry</c>.
/// </summary>
public sealed class Phrasebook(Assembly assembly)
{
    private readonly ConcurrentDictionary<string, ResourceManager> pages = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Key, Tongue Tongue), CompositeFormat> patterns = [];

    public Sentence Say(string key, params ReadOnlySpan<object?> with) => new(this, key, [.. with]);

    /// <summary>The words as they stand in the page, holes unfilled.</summary>
    /// <exception cref="MissingManifestResourceException">The page or the entry does not exist.</exception>
    public CompositeFormat Pattern(string key, Tongue tongue) => patterns.GetOrAdd((key, tongue), Find);

    private CompositeFormat Find((string Key, Tongue Tongue) wanted)
    {
        var (key, tongue) = wanted;
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        var page = pages.GetOrAdd(key[..dot], name => new ResourceManager($"{assembly.GetName().Name}.Language.{name}", assembly));
        return CompositeFormat.Parse(page.GetString(key[(dot + 1)..], tongue.Culture())
            ?? throw new MissingManifestResourceException($"No sentence '{key}' in {assembly.GetName().Name}."));
    }
}

/// <summary>The desk's own phrasebook.</summary>
public static class DeskText
{
    public static Phrasebook Book { get; } = new(typeof(DeskText).Assembly);

    public static Sentence Say(string key, params ReadOnlySpan<object?> with) => Book.Say(key, with);

    /// <summary>The name of a value of the desk's vocabulary (a status, a priority, a door), from the page <c>Words</c>.</summary>
    public static Sentence Word<T>(T value) where T : struct, Enum => Book.Say($"Words.{typeof(T).Name}.{value}");
}
