using System.Text;
using System.Text.Json;

namespace ChatSupport.Tests.Carriers;

/// <summary>What Teams refuses to show: the rules of Adaptive Cards 1.5 as far as the product uses them, and Teams' own limits.</summary>
internal static class CardRules
{
    private const int MostBytes = 28 * 1024;
    private const int MostActions = 5;
    private static readonly string[] OfEveryElement = ["type", "id", "spacing", "separator", "isVisible", "height", "fallback", "requires"];
    private static readonly string[] OfEveryInput = [.. OfEveryElement, "label", "isRequired", "errorMessage", "value"];
    private static readonly string[] OfEveryAction = ["type", "id", "title", "style", "fallback", "tooltip", "isEnabled", "mode", "iconUrl", "requires", "data", "associatedInputs"];

    private static readonly Dictionary<string, (string[] Must, string[] May)> Shapes = new()
    {
        ["AdaptiveCard"] = (["type", "version"], ["$schema", "lang", "fallbackText", "body", "actions", "refresh", "msteams", "speak", "rtl"]),
        ["RichTextBlock"] = (["inlines"], [.. OfEveryElement, "horizontalAlignment"]),
        ["TextRun"] = (["text"], ["type", "weight", "size", "color", "isSubtle", "italic", "fontType", "highlight", "strikethrough", "underline"]),
        ["Container"] = (["items"], [.. OfEveryElement, "style", "bleed", "minHeight"]),
        ["ActionSet"] = (["actions"], OfEveryElement),
        ["FactSet"] = (["facts"], OfEveryElement),
        ["Input.Text"] = (["id"], [.. OfEveryInput, "isMultiline", "maxLength", "placeholder", "regex", "style"]),
        ["Input.ChoiceSet"] = (["id", "choices"], [.. OfEveryInput, "isMultiSelect", "style", "placeholder", "wrap"]),
        ["Input.Toggle"] = (["id", "title"], [.. OfEveryInput, "valueOn", "valueOff", "wrap"]),
        ["Input.Date"] = (["id"], [.. OfEveryInput, "max", "min", "placeholder"]),
        ["Input.Time"] = (["id"], [.. OfEveryInput, "max", "min", "placeholder"]),
        ["Action.Execute"] = (["verb"], OfEveryAction),
        ["Action.Submit"] = (["title"], OfEveryAction),
    };

    private static readonly Dictionary<string, string[]> Values = new()
    {
        ["weight"] = ["default", "lighter", "bolder"],
        ["color"] = ["default", "dark", "light", "accent", "good", "warning", "attention"],
        ["spacing"] = ["none", "small", "default", "medium", "large", "extraLarge", "padding"],
        ["size"] = ["default", "small", "medium", "large", "extraLarge"],
        ["associatedInputs"] = ["auto", "none"],
        ["mode"] = ["primary", "secondary"],
    };

    public static IEnumerable<string> Violations(JsonElement card)
    {
        if (Encoding.UTF8.GetByteCount(card.GetRawText()) is > MostBytes and var size)
            yield return $"{size} bytes";
        if (card.GetProperty("version").GetString() != "1.5")
            yield return "not 1.5";
        foreach (var found in Shape(card))
            yield return found;
        var ids = TeamsCard.All(card, "Input.").Select(input => input.GetProperty("id").GetString()).ToList();
        if (ids.Distinct().Count() != ids.Count)
            yield return "two inputs of one id";
        if (card.TryGetProperty("refresh", out var refresh) && refresh.GetProperty("userIds").GetArrayLength() is 0 or > 60)
            yield return "refresh for nobody, or for too many";
    }

    private static IEnumerable<string> Shape(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Array)
            return json.EnumerateArray().SelectMany(Shape);
        if (json.ValueKind != JsonValueKind.Object)
            return [];
        return Own(json).Concat(json.EnumerateObject().Where(property => property.Name is not ("data" or "msteams")).SelectMany(property => Shape(property.Value)));
    }

    private static IEnumerable<string> Own(JsonElement json)
    {
        if (!json.TryGetProperty("type", out var type))
            yield break;
        if (!Shapes.TryGetValue(type.GetString()!, out var shape))
        {
            yield return $"{type} is not drawn";
            yield break;
        }
        foreach (var missing in shape.Must.Where(name => !json.TryGetProperty(name, out _)))
            yield return $"{type} without {missing}";
        foreach (var property in json.EnumerateObject())
        {
            if (!shape.Must.Concat(shape.May).Contains(property.Name))
                yield return $"{type} has no {property.Name}";
            if (Values.TryGetValue(property.Name, out var values) && !values.Contains(property.Value.GetString()))
                yield return $"{type} knows no {property.Name} {property.Value}";
            if (property.Name is "text" or "title" && property.Value.ValueKind == JsonValueKind.String && property.Value.GetString()!.Length == 0)
                yield return $"{type} says nothing";
            if (property.Name is "choices" or "facts" or "actions" && property.Value.GetArrayLength() == 0)
                yield return $"{type} has nothing in it";
            if (property.Name is "actions" && property.Value.GetArrayLength() > MostActions)
                yield return $"{type} has more buttons than there is room for";
        }
    }
}
