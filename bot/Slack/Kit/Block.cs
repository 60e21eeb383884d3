using System.Text.Json.Nodes;
using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Language;

namespace ChatSupport.Bot.Slack.Kit;

/// <summary>Block Kit's blocks, each within its limits whatever goes into it.</summary>
internal static class Block
{
    public static JsonObject Header(string words) => new() { ["type"] = "header", ["text"] = Plain(words, BlockLimits.Header) };

    public static JsonObject Section(Marked words, JsonObject? beside = null)
    {
        var section = new JsonObject { ["type"] = "section", ["text"] = Mrkdwn(words, BlockLimits.Text) };
        if (beside is not null)
            section["accessory"] = beside;
        return section;
    }

    /// <summary>Short facts side by side; more than ten go on in the next section.</summary>
    public static IEnumerable<JsonObject> Facts(IEnumerable<Marked> facts) => facts
        .Chunk(BlockLimits.Fields)
        .Select(some => new JsonObject
        {
            ["type"] = "section",
            ["fields"] = new JsonArray([.. some.Select(fact => Mrkdwn(fact, BlockLimits.Field))]),
        });

    public static JsonObject Context(Marked words) =>
        new() { ["type"] = "context", ["elements"] = new JsonArray(Mrkdwn(words, BlockLimits.Text)) };

    public static JsonObject Divider() => new() { ["type"] = "divider" };

    /// <summary>Buttons; none at all when there is nothing to click.</summary>
    public static IEnumerable<JsonObject> Buttons(IEnumerable<Choice> choices) => choices
        .DistinctBy(choice => choice.Id)
        .Chunk(BlockLimits.Buttons)
        .Select(some => new JsonObject { ["type"] = "actions", ["elements"] = new JsonArray([.. some.Select(Button)]) });

    public static JsonObject Button(Choice choice)
    {
        var button = new JsonObject
        {
            ["type"] = "button",
            ["action_id"] = Marked.Fit(choice.Id, BlockLimits.Id),
            ["text"] = Plain(choice.Label, BlockLimits.Label),
            ["value"] = Marked.Fit(choice.Id, BlockLimits.ButtonValue),
        };
        if (choice.Style != ChoiceStyle.Plain)
            button["style"] = choice.Style == ChoiceStyle.Primary ? "primary" : "danger";
        return button;
    }

    /// <summary>A menu of choices, for more of them than buttons are good for.</summary>
    public static JsonObject Menu(string name, string placeholder, IEnumerable<Choice> choices) => new()
    {
        ["type"] = "actions",
        ["elements"] = new JsonArray(new JsonObject
        {
            ["type"] = "static_select",
            ["action_id"] = name,
            ["placeholder"] = Plain(placeholder, BlockLimits.Placeholder),
            ["options"] = Options(choices),
        }),
    };

    public static JsonArray Options(IEnumerable<Choice> choices) =>
        [.. choices.DistinctBy(choice => choice.Id).Take(BlockLimits.Options).Select(choice => (JsonNode)Option(choice))];

    public static JsonObject Option(Choice choice) =>
        new() { ["text"] = Plain(choice.Label, BlockLimits.Label), ["value"] = Marked.Fit(choice.Id, BlockLimits.OptionValue) };

    public static JsonObject Plain(string words, int most) =>
        new() { ["type"] = "plain_text", ["text"] = string.IsNullOrWhiteSpace(words) ? "–" : Marked.Fit(Moments.Plain(words), most), ["emoji"] = true };

    /// <summary>Verbatim: Slack makes nothing of <c>@channel</c> or an address that somebody wrote.</summary>
    private static JsonObject Mrkdwn(Marked words, int most) =>
        new() { ["type"] = "mrkdwn", ["text"] = string.IsNullOrWhiteSpace(words.Text) ? "–" : words.Fit(most).Text, ["verbatim"] = true };
}
