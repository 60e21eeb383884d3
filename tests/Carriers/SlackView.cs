using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatSupport.Tests.Carriers;

/// <summary>A view as a person has it before them: they fill it in, and the carrier sends it back as Slack would.</summary>
public sealed class SlackView
{
    private readonly SlackCarrier carrier;
    private readonly Dictionary<string, string> filled = [];

    /// <param name="call">What opened it.</param>
    public SlackView(SlackCarrier carrier, SlackCall call) : this(carrier, call.Ts!)
    {
    }

    public SlackView(SlackCarrier carrier, string id) => (this.carrier, Id) = (carrier, id);

    public string Id { get; }

    public JsonElement Json => carrier.Town.View(Id);

    public IEnumerable<string> Blocks => Inputs.Select(input => input.GetProperty("block_id").GetString()!);

    public string Words => string.Join('\n', SlackCall.Elements(Json).Select(element => element.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null).Where(text => text is not null));

    public void Fill(params (string Block, string Value)[] answers)
    {
        foreach (var (block, value) in answers)
            filled[block] = value;
    }

    /// <summary>What is in it before anybody fills it in.</summary>
    public string? Initial(string block) => Element(block) switch
    {
        var element when element.TryGetProperty("initial_value", out var text) => text.GetString(),
        var element when element.TryGetProperty("initial_option", out var option) => option.GetProperty("value").GetString(),
        _ => null,
    };

    public IEnumerable<string> OptionsOf(string block) =>
        Element(block).GetProperty("options").EnumerateArray().Select(option => option.GetProperty("value").GetString()!);

    public string ActionOf(string block) => Element(block).GetProperty("action_id").GetString()!;

    public JsonElement Button(string label) => SlackCall.Elements(Json).First(element =>
        element.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() == "button"
        && element.GetProperty("text").GetProperty("text").GetString() == label);

    /// <summary>The view with its state, as an interaction carries it.</summary>
    public JsonObject Payload()
    {
        var view = JsonNode.Parse(Json.GetRawText())!.AsObject();
        var values = new JsonObject();
        foreach (var input in Inputs)
        {
            var block = input.GetProperty("block_id").GetString()!;
            values[block] = new JsonObject { [ActionOf(block)] = State(input.GetProperty("element"), filled.GetValueOrDefault(block)) };
        }
        view["state"] = new JsonObject { ["values"] = values };
        return view;
    }

    private IEnumerable<JsonElement> Inputs => Json.GetProperty("blocks").EnumerateArray().Where(block => block.GetProperty("type").GetString() == "input");

    private JsonElement Element(string block) =>
        Inputs.First(input => input.GetProperty("block_id").GetString() == block).GetProperty("element");

    private static JsonObject State(JsonElement element, string? value)
    {
        var type = element.GetProperty("type").GetString()!;
        var state = new JsonObject { ["type"] = type };
        switch (type)
        {
            case "static_select":
                value ??= element.TryGetProperty("initial_option", out var option) ? option.GetProperty("value").GetString() : null;
                state["selected_option"] = value is null ? null : new JsonObject { ["value"] = value };
                break;
            case "checkboxes":
                state["selected_options"] = value == "true" ? new JsonArray(new JsonObject { ["value"] = "true" }) : [];
                break;
            case "datetimepicker":
                state["selected_date_time"] = value is null ? null : DateTimeOffset.Parse(value, System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeSeconds();
                break;
            default:
                state["value"] = value ?? (element.TryGetProperty("initial_value", out var initial) ? initial.GetString() : null);
                break;
        }
        return state;
    }
}
