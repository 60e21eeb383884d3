using System.Text.Json;

namespace ChatSupport.Tests.Carriers;

/// <summary>One call of the Bot Connector, as it was answered.</summary>
/// <param name="Conversation">That it was made in; of a new one, that which was made.</param>
/// <param name="Id">The activity that was made or changed.</param>
public sealed record ConnectorCall(string Method, string Path, string Conversation, string? Id, JsonElement Body, int Status)
{
    /// <summary>What is posted; of a new conversation, the message at its root.</summary>
    public JsonElement Activity => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("activity", out var first) ? first : Body;

    public string? Text => Activity.ValueKind == JsonValueKind.Object && Activity.TryGetProperty("text", out var text) ? text.GetString() : null;

    /// <summary>The card that is shown; null when it is words.</summary>
    public TeamsCard? Card => Activity.ValueKind == JsonValueKind.Object && Activity.TryGetProperty("attachments", out var attachments) && attachments.GetArrayLength() > 0
        ? new TeamsCard(attachments[0].GetProperty("content"))
        : null;

    /// <summary>The channel in which a new thread was begun.</summary>
    public string? Channel => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("channelData", out var data) && data.TryGetProperty("channel", out var channel)
        ? channel.GetProperty("id").GetString()
        : null;

    /// <summary>Everything that is read in it.</summary>
    public string Words => (Card?.Words ?? Text ?? "").Replace('\u00a0', ' ');

    public override string ToString() => $"{Status} {Method} {Path} {Words}";
}

/// <summary>What the connector does wrong instead of answering.</summary>
public abstract record ConnectorFault
{
    /// <param name="RetryAfter">Seconds, or the moment that they lead to.</param>
    public sealed record Fails(int Status, string? Code = null, int? RetryAfter = null, bool AsDate = false) : ConnectorFault;

    /// <summary>It does what was asked, and its answer gets lost.</summary>
    public sealed record Lost : ConnectorFault;

    /// <summary>It does what was asked, and its answer comes late.</summary>
    public sealed record Slow(Task Until) : ConnectorFault;
}
