using System.Text.Json;

namespace ChatSupport.Tests.Carriers;

/// <summary>An Adaptive Card as somebody sees it: its words, its inputs, its buttons.</summary>
public sealed record TeamsCard(JsonElement Json)
{
    /// <summary>Everything that is read on it, a line each, with ordinary spaces.</summary>
    public string Words => string.Join('\n', Texts(Json)).Replace('\u00a0', ' ');

    public IReadOnlyList<string> Inputs => [.. All(Json, "Input.").Select(input => input.GetProperty("id").GetString()!)];

    public IReadOnlyList<string> Buttons => [.. All(Json, "Action.").Select(TitleOf)];

    /// <summary>Whoever is shown the card anew when they look at it.</summary>
    public IReadOnlyList<string> Readers => Json.TryGetProperty("refresh", out var refresh) ? [.. refresh.GetProperty("userIds").EnumerateArray().Select(user => user.GetString()!)] : [];

    public JsonElement Refresh => Json.GetProperty("refresh").GetProperty("action");

    public JsonElement Input(string id) => All(Json, "Input.").Single(input => input.GetProperty("id").GetString() == id);

    /// <summary>The button that says this.</summary>
    public JsonElement Button(string title) => All(Json, "Action.").FirstOrDefault(action => TitleOf(action) == title) is { ValueKind: JsonValueKind.Object } found
        ? found
        : throw new Xunit.Sdk.XunitException($"No button “{title}” among {string.Join(", ", Buttons)} on:\n{Words}");

    public static IEnumerable<JsonElement> All(JsonElement json, string type)
    {
        if (json.ValueKind == JsonValueKind.Array)
            return json.EnumerateArray().SelectMany(item => All(item, type));
        if (json.ValueKind != JsonValueKind.Object)
            return [];
        var below = json.EnumerateObject().Where(property => property.Name is not ("fallback" or "refresh")).SelectMany(property => All(property.Value, type));
        return json.TryGetProperty("type", out var own) && own.ValueKind == JsonValueKind.String && own.GetString()!.StartsWith(type, StringComparison.Ordinal) ? below.Prepend(json) : below;
    }

    private static string TitleOf(JsonElement action) => action.GetProperty("title").GetString()!.Replace('\u00a0', ' ');

    private static IEnumerable<string> Texts(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(property => property.Name is "text" or "title" or "value" or "label" or "fallbackText" && property.Value.ValueKind == JsonValueKind.String
            ? [property.Value.GetString()!]
            : property.Name is "fallback" or "data" or "refresh" ? [] : Texts(property.Value)),
        _ => [],
    };
}
