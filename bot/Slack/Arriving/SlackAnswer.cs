using System.Text.Json.Nodes;
using ChatSupport.Bot.Slack.Kit;

namespace ChatSupport.Bot.Slack.Arriving;

/// <summary>What Slack gets back for a delivery.</summary>
internal sealed record SlackAnswer(int Status, JsonObject? Body = null)
{
    /// <summary>Taken in for good.</summary>
    public static SlackAnswer Taken { get; } = new(StatusCodes.Status200OK);

    /// <summary>Not taken in; what Slack delivers again, it will deliver again.</summary>
    public static SlackAnswer NotNow { get; } = new(StatusCodes.Status503ServiceUnavailable);

    /// <summary>Closes every view that the person has open.</summary>
    public static SlackAnswer Close => Action("clear");

    /// <summary>Says to one person, in answer to their command.</summary>
    public static SlackAnswer Say(SlackMessage message) => new(StatusCodes.Status200OK, new JsonObject
    {
        ["response_type"] = "ephemeral",
        ["text"] = message.Text.Text,
        ["blocks"] = message.Blocks.DeepClone(),
    });

    /// <summary>Replaces the view that was submitted.</summary>
    public static SlackAnswer Show(JsonObject view)
    {
        var answer = Action("update");
        answer.Body!["view"] = view;
        return answer;
    }

    /// <summary>Keeps the view, each error beside its input.</summary>
    public static SlackAnswer Errors(IEnumerable<(string Block, string Words)> errors)
    {
        var answer = Action("errors");
        answer.Body!["errors"] = new JsonObject(errors.Select(error => KeyValuePair.Create(error.Block, (JsonNode?)error.Words)));
        return answer;
    }

    private static SlackAnswer Action(string action) => new(StatusCodes.Status200OK, new JsonObject { ["response_action"] = action });
}
