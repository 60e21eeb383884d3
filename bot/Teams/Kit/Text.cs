using System.Text.Json.Nodes;

namespace ChatSupport.Bot.Teams.Kit;

/// <summary>
/// Words on a card. They stand in text runs, in which nothing that people write has a meaning: no link, no list, no emphasis. Only lists
/// of facts are read as Markdown, and there its marks are taken out of people's words.
/// </summary>
internal static class Text
{
    private const string Marks = @"\*_[]`~<>#";

    /// <summary>Further lines of one text are drawn as one.</summary>
    private const int MostLines = 40;

    public static IEnumerable<JsonObject> Of(string words, bool bold = false, string? size = null, string? color = null, bool subtle = false)
    {
        var lines = words.ReplaceLineEndings("\n").Split('\n', MostLines).Select(line => line.ReplaceLineEndings(" ").Trim()).Where(line => line.Length > 0);
        return lines.Select((line, at) => Line(line, at == 0, bold, size, color, subtle));
    }

    /// <summary>What a person wrote, set apart.</summary>
    public static JsonObject Quote(string words) => new()
    {
        ["type"] = "Container",
        ["style"] = "emphasis",
        ["items"] = new JsonArray([.. Of(words)]),
    };

    public static JsonObject Facts(IEnumerable<(string Label, string Value)> facts) => new()
    {
        ["type"] = "FactSet",
        ["facts"] = new JsonArray([.. facts.Select(fact => new JsonObject { ["title"] = Unmarked(fact.Label), ["value"] = Unmarked(fact.Value) })]),
    };

    /// <summary>At most so many characters, ended by « … » when something is missing, and none of them halved.</summary>
    public static string Fit(string words, int most)
    {
        if (words.Length <= most)
            return words;
        var cut = char.IsHighSurrogate(words[most - 2]) ? most - 2 : most - 1;
        return words[..cut] + "…";
    }

    private static JsonObject Line(string words, bool isFirst, bool bold, string? size, string? color, bool subtle)
    {
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = words };
        if (bold)
            run["weight"] = "bolder";
        if (size is not null)
            run["size"] = size;
        if (color is not null)
            run["color"] = color;
        if (subtle)
            run["isSubtle"] = true;
        var block = new JsonObject { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray(run) };
        if (!isFirst)
            block["spacing"] = "none";
        return block;
    }

    private static string Unmarked(string words) => string.Concat(words.SelectMany(mark => Marks.Contains(mark, StringComparison.Ordinal) ? new[] { '\\', mark } : [mark]));
}
