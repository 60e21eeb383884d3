using System.Text.Json;
using ChatSupport.Bot.Wire;
using ChatSupport.Desk.People;

namespace ChatSupport.Bot.Slack.Wire;

/// <summary>Something that somebody clicked, chose or submitted.</summary>
/// <param name="Who">Whoever did it.</param>
/// <param name="Team">The workspace whose installation of the app it was delivered for.</param>
/// <param name="Trigger">Opens one view, within three seconds; null when Slack gave none.</param>
internal abstract record Interaction(ChatIdentity Who, string Team, string? Trigger)
{
    /// <summary>A button, a menu.</summary>
    /// <param name="Id">What tells this click from another, and is the same when it is delivered again.</param>
    /// <param name="Action">What was clicked: the element's own name.</param>
    /// <param name="Value">The button's value, or the option that was chosen.</param>
    /// <param name="Place">The message it stands in; null in a view.</param>
    /// <param name="View">The modal or the App Home that it stands in.</param>
    public sealed record Click(ChatIdentity Who, string Team, string? Trigger, string Id, string Action, string? Value, MessagePlace? Place, OpenView? View)
        : Interaction(Who, Team, Trigger);

    public sealed record Submission(ChatIdentity Who, string Team, string? Trigger, OpenView View) : Interaction(Who, Team, Trigger);

    public sealed record GlobalShortcut(ChatIdentity Who, string Team, string? Trigger) : Interaction(Who, Team, Trigger);

    /// <param name="Text">What the message says, as people read it.</param>
    /// <param name="Link">Where it is; null when Slack does not say where the workspace is.</param>
    public sealed record MessageShortcut(ChatIdentity Who, string Team, string? Trigger, string Text, string? Link) : Interaction(Who, Team, Trigger);

    /// <summary>Null for what is not ours to answer: another kind, or incomplete.</summary>
    public static Interaction? Read(JsonElement json)
    {
        if (Identity.OfActor(json) is not { } who)
            return null;
        var team = json.Text("view", "app_installed_team_id") ?? json.Text("team", "id") ?? who.Realm;
        var trigger = json.Text("trigger_id");
        return json.Text("type") switch
        {
            "block_actions" => ReadClick(json, who, team, trigger),
            "view_submission" when OpenView.Read(json) is { } view => new Submission(who, team, trigger, view),
            "shortcut" => new GlobalShortcut(who, team, trigger),
            "message_action" => new MessageShortcut(who, team, trigger, Markup.Read(json.Text("message", "text") ?? ""), LinkTo(json)),
            _ => null,
        };
    }

    private static string? LinkTo(JsonElement json) => MessagePlace.Read(json) is { } place && json.Text("team", "domain") is { } domain
        ? $"https://{domain}.slack.com/archives/{place.Channel}/p{place.Ts.Replace(".", "", StringComparison.Ordinal)}"
            + (place.Thread is { } thread && thread != place.Ts ? $"?thread_ts={thread}&cid={place.Channel}" : "")
        : null;

    private static Click? ReadClick(JsonElement json, ChatIdentity who, string team, string? trigger)
    {
        if (json.Items("actions").FirstOrDefault() is not { ValueKind: JsonValueKind.Object } action || action.Text("action_id") is not { } name)
            return null;
        var value = action.Text("value") ?? action.Text("selected_option", "value");
        return new Click(who, team, trigger, $"{who.User}:{action.Text("action_ts") ?? trigger}:{name}", name, value, MessagePlace.Read(json), OpenView.Read(json));
    }
}

/// <summary>Where a message stands.</summary>
/// <param name="Thread">The message that it is under, if it is.</param>
/// <param name="IsPrivate">Only one person sees it.</param>
internal sealed record MessagePlace(string Channel, string Ts, string? Thread, bool IsPrivate)
{
    public static MessagePlace? Read(JsonElement json) =>
        (json.Text("channel", "id") ?? json.Text("container", "channel_id")) is { } channel
        && (json.Text("message", "ts") ?? json.Text("container", "message_ts") ?? json.Text("message_ts")) is { } ts
            ? new MessagePlace(channel, ts, json.Text("message", "thread_ts") ?? json.Text("container", "thread_ts"), json.Truth("container", "is_ephemeral"))
            : null;
}
