using System.Text.Json;

namespace ChatSupport.Tests.Carriers;

/// <summary>
/// What Slack refuses to show, said anew from its published limits and not from the product's: a message or a view in, what is wrong with
/// it out. Lengths are Unicode code points.
/// </summary>
internal static class SlackBlockRules
{
    private static readonly HashSet<string> InMessages = ["section", "header", "context", "actions", "divider", "image"];
    private static readonly HashSet<string> InViews = [.. InMessages, "input"];

    public static List<string> OfMessage(JsonElement message)
    {
        var wrong = new List<string>();
        if (!(message.TryGetProperty("text", out var text) && text.GetString() is { Length: > 0 }))
            wrong.Add("no top-level text");
        else
            Longest(wrong, "text", text.GetString(), 4000);
        if (message.TryGetProperty("blocks", out var blocks))
            Blocks(wrong, blocks, InMessages, 50);
        return wrong;
    }

    public static List<string> OfView(JsonElement view)
    {
        var wrong = new List<string>();
        var isModal = view.GetProperty("type").GetString() == "modal";
        Blocks(wrong, view.GetProperty("blocks"), InViews, 100);
        Longest(wrong, "private_metadata", Text(view, "private_metadata"), 3000);
        Longest(wrong, "callback_id", Text(view, "callback_id"), 255);
        foreach (var key in new[] { "title", "submit", "close" })
            if (view.TryGetProperty(key, out var label))
                Plain(wrong, key, label, 24);
        if (isModal && !view.TryGetProperty("title", out _))
            wrong.Add("a modal without a title");
        if (isModal && !view.TryGetProperty("submit", out _) && view.GetProperty("blocks").EnumerateArray().Any(block => Text(block, "type") == "input"))
            wrong.Add("inputs without a way to submit them");
        return wrong;
    }

    private static void Blocks(List<string> wrong, JsonElement blocks, HashSet<string> known, int most)
    {
        if (blocks.GetArrayLength() > most)
            wrong.Add($"{blocks.GetArrayLength()} blocks");
        var ids = new HashSet<string>();
        foreach (var block in blocks.EnumerateArray())
        {
            var type = Text(block, "type") ?? "";
            if (!known.Contains(type))
                wrong.Add($"a block of type {type}");
            if (Text(block, "block_id") is { } id && (!ids.Add(id) || id.Length > 255))
                wrong.Add($"block_id {id}");
            Block(wrong, block, type);
        }
    }

    private static void Block(List<string> wrong, JsonElement block, string type)
    {
        switch (type)
        {
            case "section":
                if (!block.TryGetProperty("text", out _) && !block.TryGetProperty("fields", out _))
                    wrong.Add("an empty section");
                if (block.TryGetProperty("text", out var text))
                    Words(wrong, "section", text, 3000);
                if (block.TryGetProperty("fields", out var fields))
                    Items(wrong, "fields", fields, 1, 10, field => Words(wrong, "field", field, 2000));
                if (block.TryGetProperty("accessory", out var accessory))
                    Element(wrong, accessory, []);
                break;
            case "header":
                Plain(wrong, "header", block.GetProperty("text"), 150);
                break;
            case "context":
                Items(wrong, "context", block.GetProperty("elements"), 1, 10, element => Words(wrong, "context", element, 3000));
                break;
            case "actions":
                var names = new HashSet<string>();
                Items(wrong, "actions", block.GetProperty("elements"), 1, 25, element => Element(wrong, element, names));
                break;
            case "input":
                Plain(wrong, "label", block.GetProperty("label"), 2000);
                if (block.TryGetProperty("hint", out var hint))
                    Plain(wrong, "hint", hint, 2000);
                Element(wrong, block.GetProperty("element"), []);
                break;
        }
    }

    private static void Element(List<string> wrong, JsonElement element, HashSet<string> names)
    {
        if (Text(element, "action_id") is not { Length: > 0 and <= 255 } name || !names.Add(name))
            wrong.Add($"action_id {Text(element, "action_id")}");
        if (element.TryGetProperty("placeholder", out var placeholder))
            Plain(wrong, "placeholder", placeholder, 150);
        switch (Text(element, "type"))
        {
            case "button":
                Plain(wrong, "button", element.GetProperty("text"), 75);
                Longest(wrong, "button value", Text(element, "value"), 2000);
                break;
            case "static_select":
                Items(wrong, "options", element.GetProperty("options"), 1, 100, option => Option(wrong, option));
                break;
            case "checkboxes":
                Items(wrong, "boxes", element.GetProperty("options"), 1, 10, option => Option(wrong, option));
                break;
            case "plain_text_input":
                var most = element.TryGetProperty("max_length", out var max) ? max.GetInt32() : 3000;
                if (most is < 1 or > 3000)
                    wrong.Add($"max_length {most}");
                Longest(wrong, "initial_value", Text(element, "initial_value"), most);
                break;
            case "datetimepicker":
                break;
            case var other:
                wrong.Add($"an element of type {other}");
                break;
        }
    }

    private static void Option(List<string> wrong, JsonElement option)
    {
        Plain(wrong, "option", option.GetProperty("text"), 75);
        if (Text(option, "value") is not { Length: > 0 } value)
            wrong.Add("an option without a value");
        else
            Longest(wrong, "option value", value, 150);
    }

    private static void Plain(List<string> wrong, string where, JsonElement text, int most)
    {
        if (Text(text, "type") != "plain_text")
            wrong.Add($"{where} is not plain text");
        Words(wrong, where, text, most);
    }

    private static void Words(List<string> wrong, string where, JsonElement text, int most)
    {
        if (Text(text, "text") is not { Length: > 0 } words)
            wrong.Add($"{where} without words");
        else
            Longest(wrong, where, words, most);
        if (Text(text, "type") == "mrkdwn" && !(text.TryGetProperty("verbatim", out var verbatim) && verbatim.GetBoolean()))
            wrong.Add($"{where} lets Slack turn words into mentions");
    }

    private static void Items(List<string> wrong, string where, JsonElement items, int least, int most, Action<JsonElement> each)
    {
        if (items.GetArrayLength() < least || items.GetArrayLength() > most)
            wrong.Add($"{items.GetArrayLength()} {where}");
        foreach (var item in items.EnumerateArray())
            each(item);
    }

    private static void Longest(List<string> wrong, string where, string? text, int most)
    {
        if (text is not null && text.EnumerateRunes().Count() > most)
            wrong.Add($"{where} of {text.EnumerateRunes().Count()} characters");
    }

    private static string? Text(JsonElement json, string key) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
