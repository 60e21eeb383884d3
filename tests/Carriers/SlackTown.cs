using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatSupport.Tests.Carriers;

/// <summary>The workspaces that the carrier plays, with their people, channels, messages and views, and Slack's own rules about them.</summary>
internal sealed class SlackTown(TimeProvider time)
{
    public static readonly TimeSpan TriggerLife = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, string> members = new();
    private readonly ConcurrentDictionary<string, (string Channel, string Team, JsonElement Message)> messages = new();
    private readonly Dictionary<string, (string Team, DateTimeOffset At, bool Used)> triggers = [];
    private readonly Dictionary<string, (string? Team, string Hash, JsonElement View)> views = [];
    private long last = 1_700_000_000_000_000;

    /// <summary>Tokens, the workspace that each opens, and what it may do there; « * » opens them all.</summary>
    public ConcurrentDictionary<string, HashSet<string>> Scopes { get; } = new();

    public HashSet<string> Archived { get; } = [];

    public List<string> Violations { get; } = [];

    /// <summary>The bot is a member of this channel, which is at home in that workspace.</summary>
    public void Invite(string channel, string team) => members[channel] = team;

    public void Remove(string channel) => members.TryRemove(channel, out _);

    public string NewTs() => string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Add(ref last, 1_000_100) / 1_000_000m:F6}");

    public string NewTrigger(string team)
    {
        var trigger = $"{NewTs()}.trigger";
        lock (triggers)
            triggers[trigger] = (team, time.GetUtcNow(), false);
        return trigger;
    }

    public JsonElement View(string id)
    {
        lock (views)
            return views[id].View;
    }

    /// <summary>Answers one call as Slack would.</summary>
    /// <param name="team">The workspace of the token.</param>
    public (JsonObject Answer, string? Ts) Answer(string method, string team, JsonElement arguments) => method switch
    {
        "chat.postMessage" => Post(team, arguments),
        "chat.postEphemeral" => Hint(arguments),
        "chat.update" => Update(arguments),
        "conversations.open" => (Ok(("channel", new JsonObject { ["id"] = Direct(Text(arguments, "users")!, team) })), null),
        "views.open" or "views.push" => (Open(arguments), null),
        "views.update" => (Change(arguments), null),
        "views.publish" => (Keep($"H{Text(arguments, "user_id")}", null, arguments.GetProperty("view")), null),
        "files.info" => (Error("file_not_found"), null),
        "auth.revoke" => (Ok(), null),
        "auth.test" => (Ok(("team", "Méridien"), ("team_id", "T0MERIDIEN")), null),
        _ => (Error("unknown_method"), null),
    };

    public string Direct(string user, string team)
    {
        var channel = $"D0{user[1..]}";
        members[channel] = team;
        return channel;
    }

    private (JsonObject, string?) Post(string team, JsonElement arguments)
    {
        Check(SlackBlockRules.OfMessage(arguments));
        if (Closed(arguments) is { } closed)
            return (closed, null);
        if (Text(arguments, "thread_ts") is { } thread && !messages.ContainsKey(thread))
            return (Error("thread_not_found"), null);
        var ts = NewTs();
        messages[ts] = (Text(arguments, "channel")!, team, arguments);
        return (Ok(("channel", Text(arguments, "channel")!), ("ts", ts), ("message", new JsonObject { ["user"] = "U0SUPPORTBOT" })), ts);
    }

    private (JsonObject, string?) Hint(JsonElement arguments)
    {
        Check(SlackBlockRules.OfMessage(arguments));
        if (Text(arguments, "user") is null)
            return (Error("user_not_in_channel"), null);
        if (Closed(arguments) is { } closed)
            return (closed, null);
        var ts = NewTs();
        return (Ok(("message_ts", ts)), ts);
    }

    private (JsonObject, string?) Update(JsonElement arguments)
    {
        Check(SlackBlockRules.OfMessage(arguments));
        if (Closed(arguments) is { } closed)
            return (closed, null);
        var ts = Text(arguments, "ts")!;
        if (!messages.TryGetValue(ts, out var before) || before.Channel != Text(arguments, "channel"))
            return (Error("message_not_found"), null);
        messages[ts] = (before.Channel, before.Team, arguments);
        return (Ok(("channel", Text(arguments, "channel")!), ("ts", ts)), ts);
    }

    public void Delete(string ts) => messages.TryRemove(ts, out _);

    private JsonObject Open(JsonElement arguments)
    {
        var trigger = Text(arguments, "trigger_id") ?? "";
        (string Team, DateTimeOffset At, bool Used) known;
        lock (triggers)
        {
            if (!triggers.TryGetValue(trigger, out known))
                return Violation("invalid_trigger_id");
            if (known.Used)
                return Violation("exchanged_trigger_id");
            if (time.GetUtcNow() - known.At > TriggerLife)
                return Error("expired_trigger_id");
            triggers[trigger] = known with { Used = true };
        }
        return Keep($"V{NewTs()}", known.Team, arguments.GetProperty("view"));
    }

    private JsonObject Change(JsonElement arguments)
    {
        var id = Text(arguments, "view_id")!;
        lock (views)
        {
            if (!views.TryGetValue(id, out var before))
                return Error("not_found");
            if (Text(arguments, "hash") is { } hash && hash != before.Hash)
                return Error("hash_conflict");
            return Keep(id, before.Team, arguments.GetProperty("view"));
        }
    }

    private JsonObject Keep(string id, string? team, JsonElement view)
    {
        Check(SlackBlockRules.OfView(view));
        var kept = JsonNode.Parse(view.GetRawText())!.AsObject();
        var hash = NewTs();
        kept["id"] = id;
        kept["hash"] = hash;
        kept["app_installed_team_id"] = team;
        lock (views)
            views[id] = (team, hash, JsonSerializer.SerializeToElement(kept));
        return Ok(("view", JsonNode.Parse(kept.ToJsonString())!));
    }

    /// <summary>What a submission was answered with replaces the view that was submitted.</summary>
    public string Answered(string id, SlackReaction reaction)
    {
        Assert.Equal("update", reaction.Action);
        Keep(id, null, reaction.Json.GetProperty("view"));
        return id;
    }

    private JsonObject? Closed(JsonElement arguments)
    {
        var channel = Text(arguments, "channel") ?? "";
        return Archived.Contains(channel) ? Error("is_archived") : members.ContainsKey(channel) ? null : Error(channel.StartsWith('C') ? "not_in_channel" : "channel_not_found");
    }

    private void Check(List<string> wrong)
    {
        lock (Violations)
            Violations.AddRange(wrong);
    }

    private JsonObject Violation(string error)
    {
        Check([error]);
        return Error(error);
    }

    internal static JsonObject Error(string error) => new() { ["ok"] = false, ["error"] = error };

    internal static JsonObject Ok(params (string Key, JsonNode Value)[] more)
    {
        var answer = new JsonObject { ["ok"] = true };
        foreach (var (key, value) in more)
            answer[key] = value;
        return answer;
    }

    private static string? Text(JsonElement json, string key) =>
        json.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
