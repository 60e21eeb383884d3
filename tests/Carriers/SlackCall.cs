using System.Text.Json;

namespace ChatSupport.Tests.Carriers;

/// <summary>One call of the Web API, as the carrier got it and answered it.</summary>
/// <param name="Token">The token that it carried.</param>
/// <param name="Ts">The message, or the view, that came of it.</param>
public sealed record SlackCall(string Method, string Token, JsonElement Arguments, string? Error, string? Ts)
{
    public string? Channel => Text("channel");

    public string? Thread => Text("thread_ts");

    /// <summary>Everything that a person reads in it.</summary>
    public string Words => string.Join('\n', Strings(Arguments).Where(text => text.Key is "text" or "initial_value").Select(text => text.Value));

    /// <summary>The buttons that stand in it, by what they say.</summary>
    public IReadOnlyDictionary<string, JsonElement> Buttons => Elements(Arguments)
        .Where(element => element.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() == "button")
        .GroupBy(button => button.GetProperty("text").GetProperty("text").GetString()!)
        .ToDictionary(same => same.Key, same => same.First());

    public string? Text(string key) => Arguments.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public override string ToString() => $"{Method} {Error}: {Arguments}";

    internal static IEnumerable<JsonElement> Elements(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(property => Elements(property.Value)).Prepend(json),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Elements),
        _ => [],
    };

    private static IEnumerable<(string Key, string Value)> Strings(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(property => property.Value.ValueKind == JsonValueKind.String
            ? [(property.Name, property.Value.GetString()!)]
            : Strings(property.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Strings),
        _ => [],
    };
}

/// <summary>What goes wrong with the next call of a method.</summary>
public abstract record SlackFault
{
    public sealed record Limited(int Seconds) : SlackFault;

    public sealed record Broken(int Status) : SlackFault;

    public sealed record Refuses(string Error) : SlackFault;

    /// <summary>It is done, and the answer never comes.</summary>
    public sealed record Lost : SlackFault;

    /// <summary>It is done, and the answer comes late.</summary>
    public sealed record Slow(Task Until) : SlackFault;

    /// <summary>There is no answer until the product gives up.</summary>
    public sealed record Silent : SlackFault;
}
