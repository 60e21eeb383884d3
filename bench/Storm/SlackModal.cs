using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatSupport.Bench.Storm;

/// <summary>A modal that somebody has before them; Slack sends it back with what they have filled in.</summary>
internal static class SlackModal
{
    /// <param name="answers">By block; those whose block is not there are not given.</param>
    public static JsonObject Filled(string id, JsonElement view, IReadOnlyDictionary<string, string> answers)
    {
        var values = new JsonObject();
        foreach (var input in Inputs(view))
        {
            var (block, element) = (input.GetProperty("block_id").GetString()!, input.GetProperty("element"));
            values[block] = new JsonObject { [element.GetProperty("action_id").GetString()!] = State(element, answers.GetValueOrDefault(block)) };
        }
        var filled = JsonObject.Create(view)!.DeepClone().AsObject();
        filled["id"] = id;
        filled["state"] = new JsonObject { ["values"] = values };
        return filled;
    }

    public static string ActionOf(JsonElement view, string block) =>
        Inputs(view).First(input => input.GetProperty("block_id").GetString() == block).GetProperty("element").GetProperty("action_id").GetString()!;

    private static IEnumerable<JsonElement> Inputs(JsonElement view) =>
        view.GetProperty("blocks").EnumerateArray().Where(block => block.GetProperty("type").GetString() == "input");

    private static JsonObject State(JsonElement element, string? answer)
    {
        var type = element.GetProperty("type").GetString()!;
        var (key, value) = type switch
        {
            "static_select" => ("selected_option", Option(answer ?? (element.TryGetProperty("initial_option", out var option) ? option.GetProperty("value").GetString() : null))),
            "checkboxes" => ("selected_options", answer is null ? new JsonArray() : new JsonArray(Option(answer))),
            "datetimepicker" => ("selected_date_time", answer is null ? null : JsonValue.Create(long.Parse(answer, CultureInfo.InvariantCulture))),
            _ => ("value", (JsonNode?)(answer ?? (element.TryGetProperty("initial_value", out var initial) ? initial.GetString() : null))),
        };
        return new JsonObject { ["type"] = type, [key] = value };
    }

    private static JsonObject? Option(string? value) => value is null ? null : new JsonObject { ["value"] = value };
}
