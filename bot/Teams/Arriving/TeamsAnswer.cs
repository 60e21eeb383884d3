using System.Text.Json.Nodes;
using ChatSupport.Bot.Teams.Kit;
using ChatSupport.Bot.Teams.Leaving;

namespace ChatSupport.Bot.Teams.Arriving;

/// <summary>What the Bot Framework gets back for an activity.</summary>
internal sealed record TeamsAnswer(int Status, JsonObject? Body = null)
{
    /// <summary>Taken in for good.</summary>
    public static TeamsAnswer Taken { get; } = new(StatusCodes.Status200OK);

    /// <summary>Not taken in: whoever sent it is told so.</summary>
    public static TeamsAnswer NotNow { get; } = new(StatusCodes.Status503ServiceUnavailable);

    /// <summary>An invoke that this bot knows nothing of.</summary>
    public static TeamsAnswer Unknown { get; } = new(StatusCodes.Status501NotImplemented);

    /// <summary>The card that was clicked on, as it is now for whoever clicked.</summary>
    public static TeamsAnswer Card(AdaptiveCard card) => new(StatusCodes.Status200OK, new JsonObject
    {
        ["statusCode"] = StatusCodes.Status200OK,
        ["type"] = AdaptiveCard.ContentType,
        ["value"] = card.ToJson(),
    });

    /// <summary>A window with a card in it.</summary>
    public static TeamsAnswer Window(string title, AdaptiveCard card) => new(StatusCodes.Status200OK, new JsonObject
    {
        ["task"] = new JsonObject
        {
            ["type"] = "continue",
            ["value"] = new JsonObject
            {
                ["title"] = title,
                ["height"] = "large",
                ["width"] = "medium",
                ["card"] = OutgoingActivity.Attachment(card),
            },
        },
    });

    /// <summary>The replies themselves, for whoever waits for them.</summary>
    public static TeamsAnswer Replies(IEnumerable<JsonObject> activities) =>
        new(StatusCodes.Status200OK, new JsonObject { ["activities"] = new JsonArray([.. activities]) });
}
