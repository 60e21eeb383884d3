using System.Text.Json.Nodes;
using ChatSupport.Bot.Dialogs;
using ChatSupport.Desk.Declarations;
using NodaTime.Text;

namespace ChatSupport.Bot.Slack.Kit;

/// <summary>One field of a form as an input block. The block is named after the field's key: that is how an error finds it.</summary>
internal static class InputBlock
{
    /// <param name="answer">What is in it already.</param>
    /// <param name="tells">Whether choosing here is told at once: other fields depend on it.</param>
    public static JsonObject Of(FormField field, FieldAnswer? answer, bool tells)
    {
        var block = new JsonObject
        {
            ["type"] = "input",
            ["block_id"] = field.Key,
            ["label"] = Block.Plain(field.Label, BlockLimits.InputLabel),
            ["optional"] = !field.Mandatory,
            ["element"] = Element(field, answer),
        };
        if (field.Help.Length > 0)
            block["hint"] = Block.Plain(field.Help, BlockLimits.InputLabel);
        if (tells)
            block["dispatch_action"] = true;
        return block;
    }

    private static JsonObject Element(FormField field, FieldAnswer? answer) => field.Kind switch
    {
        FieldKind.Choice => Select(field, One(answer)),
        FieldKind.Consent => Box(field, One(answer) == "true"),
        FieldKind.Instant => Picker(field, One(answer)),
        _ => Text(field, answer is FieldAnswer.Many(var several) ? string.Join('\n', several) : One(answer)),
    };

    private static JsonObject Text(FormField field, string? text)
    {
        var most = Math.Clamp(field.MaxLength, 1, BlockLimits.InputText);
        var input = Named(field, "plain_text_input");
        input["multiline"] = field.Kind is FieldKind.LongText or FieldKind.List;
        input["max_length"] = most;
        if (!string.IsNullOrWhiteSpace(text))
            input["initial_value"] = Marked.Fit(text, most);
        return input;
    }

    private static JsonObject Select(FormField field, string? chosen)
    {
        var select = Named(field, "static_select");
        select["options"] = Block.Options(field.Options);
        if (field.Options.FirstOrDefault(option => option.Id == chosen) is { } initial)
            select["initial_option"] = Block.Option(initial);
        return select;
    }

    private static JsonObject Box(FormField field, bool ticked)
    {
        var option = field.Options.FirstOrDefault(choice => choice.Id == "true") ?? new Dialogs.Choice("true", field.Label);
        var box = Named(field, "checkboxes");
        box["options"] = new JsonArray(Block.Option(option));
        if (ticked)
            box["initial_options"] = new JsonArray(Block.Option(option));
        return box;
    }

    private static JsonObject Picker(FormField field, string? instant)
    {
        var picker = Named(field, "datetimepicker");
        if (instant is not null && InstantPattern.ExtendedIso.Parse(instant).TryGetValue(default, out var at))
            picker["initial_date_time"] = at.ToUnixTimeSeconds();
        return picker;
    }

    private static JsonObject Named(FormField field, string type) => new() { ["type"] = type, ["action_id"] = field.Key };

    private static string? One(FieldAnswer? answer) => answer is FieldAnswer.One(var text) ? text : null;
}
