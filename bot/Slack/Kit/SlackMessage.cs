using System.Text.Json.Nodes;

namespace ChatSupport.Bot.Slack.Kit;

/// <summary>A message as Slack takes it: blocks, and the text that notifications and screen readers use instead.</summary>
internal sealed record SlackMessage(Marked Text, JsonArray Blocks)
{
    public static SlackMessage Of(Marked text, IEnumerable<JsonObject> blocks) =>
        new(text.Fit(BlockLimits.Fallback), [.. blocks.Take(BlockLimits.MessageBlocks).Select(block => (JsonNode)block)]);

    /// <summary>The arguments of a method that shows it.</summary>
    public JsonObject To(string channel)
    {
        var arguments = new JsonObject { ["channel"] = channel, ["text"] = string.IsNullOrWhiteSpace(Text.Text) ? "–" : Text.Text };
        if (Blocks.Count > 0)
            arguments["blocks"] = Blocks.DeepClone();
        return arguments;
    }
}
