using System.Text.Json.Nodes;

namespace ChatSupport.Bot.Slack.Kit;

/// <summary>Views: modals and the App Home.</summary>
internal static class View
{
    /// <param name="callback">What it is for; comes back with what was filled in.</param>
    /// <param name="metadata">What else has to come back.</param>
    /// <param name="submit">Null for a view that is only read.</param>
    public static JsonObject Modal(string callback, string metadata, string title, string? submit, string close, IEnumerable<JsonObject> blocks)
    {
        if (metadata.Length > BlockLimits.Metadata)
            throw new ArgumentOutOfRangeException(nameof(metadata), metadata.Length, "Slack would refuse it, and half of it would be of no use.");
        var view = new JsonObject
        {
            ["type"] = "modal",
            ["callback_id"] = callback,
            ["private_metadata"] = metadata,
            ["title"] = Block.Plain(title, BlockLimits.ViewTitle),
            ["close"] = Block.Plain(close, BlockLimits.ViewTitle),
            ["blocks"] = Blocks(blocks),
        };
        if (submit is not null)
            view["submit"] = Block.Plain(submit, BlockLimits.ViewTitle);
        return view;
    }

    public static JsonObject Home(IEnumerable<JsonObject> blocks) => new() { ["type"] = "home", ["blocks"] = Blocks(blocks) };

    private static JsonArray Blocks(IEnumerable<JsonObject> blocks) => [.. blocks.Take(BlockLimits.ViewBlocks).Select(block => (JsonNode)block)];
}
