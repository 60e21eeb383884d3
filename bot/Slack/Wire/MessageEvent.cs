using System.Text.Json;
using ChatSupport.Bot.Wire;
using ChatSupport.Desk.People;

namespace ChatSupport.Bot.Slack.Wire;

/// <summary>A message that somebody wrote, or changed.</summary>
/// <param name="Team">The workspace that it was delivered for; its token answers.</param>
/// <param name="Text">As people read it, without Slack's markup.</param>
/// <param name="Thread">The message that it is under; null when it stands in the channel itself.</param>
/// <param name="Edit">When it was changed; null for a new one.</param>
internal sealed record MessageEvent(string Team, ChatIdentity Who, string Channel, string Ts, string Text, string? Thread, string? Edit)
{
    /// <summary>What people write. Everything else that Slack calls a message (joins, topics, bots, deletions) is no message to the desk.</summary>
    private static readonly HashSet<string?> Written = [null, "file_share", "thread_broadcast", "me_message"];

    public bool IsDirect { get; init; }

    /// <summary>
    /// By what it is known again when it is delivered twice, whatever its event's id. The moment comes first: the store adds what
    /// arrives now behind what arrived before, instead of somewhere in each channel's.
    /// </summary>
    public string Delivery => $"{Ts}:{Channel}";

    public IReadOnlyList<SharedFile> Files { get; init; } = [];

    /// <summary>Null for what no person wrote to us: no answer to it, so no loop.</summary>
    /// <param name="team">The workspace that it was delivered for.</param>
    /// <param name="ourUser">The bot's own user there.</param>
    public static MessageEvent? Read(JsonElement json, string team, string? ourUser)
    {
        var edited = json.Text("subtype") == "message_changed";
        var said = edited ? json.At("message") ?? default : json;
        if (!Written.Contains(said.Text("subtype")) || said.At("bot_id") is not null || said.At("bot_profile") is not null
            || Identity.OfAuthor(said, team) is not { } who || who.User == ourUser || who.User == "USLACKBOT"
            || json.Text("channel") is not { } channel || said.Text("ts") is not { } ts)
            return null;
        var text = Markup.Read(said.Text("text") ?? "");
        // Slack also calls it a change when it unfolds a link.
        if (edited && (said.Text("edited", "ts") is null || Markup.Read(json.Text("previous_message", "text") ?? "") == text))
            return null;
        var thread = said.Text("thread_ts") is { } root && root != ts ? root : null;
        return new MessageEvent(team, who, channel, ts, text, thread, edited ? said.Text("edited", "ts") : null)
        {
            IsDirect = json.Text("channel_type") == "im" || (json.Text("channel_type") is null && channel.StartsWith('D')),
            Files = edited ? [] : [.. said.Items("files").Select(SharedFile.Read).OfType<SharedFile>()],
        };
    }
}

/// <summary>A file that was shared with a message.</summary>
/// <param name="Url">Null when Slack does not say yet: a file of the other side of a shared channel.</param>
internal sealed record SharedFile(string Id, string Name, long? Size, string? Url)
{
    public static SharedFile? Read(JsonElement json) => json.Text("id") is { } id && json.Text("mode") != "tombstone"
        ? new SharedFile(id, json.Text("name") ?? json.Text("title") ?? id, json.Number("size"), json.Text("url_private_download") ?? json.Text("url_private"))
        : null;
}
