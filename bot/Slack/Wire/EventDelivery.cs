using System.Text.Json;
using ChatSupport.Bot.Wire;

namespace ChatSupport.Bot.Slack.Wire;

/// <summary>One event as the Events API delivers it.</summary>
/// <param name="Id">The delivery's own name; a repeat carries it again.</param>
/// <param name="Team">The workspace that it was delivered for.</param>
/// <param name="App">Our app's id.</param>
/// <param name="OurUser">The bot's own user in that workspace.</param>
/// <param name="Event">What happened, still in Slack's words.</param>
internal sealed record EventDelivery(string Id, string Team, string? App, string? OurUser, JsonElement Event)
{
    public string Type => Event.Text("type") ?? "";

    public static EventDelivery? Read(JsonElement json) =>
        json.Text("type") == "event_callback" && json.Text("event_id") is { } id && json.At("event") is { } what && TeamOf(json) is { } team
            ? new EventDelivery(id, team, json.Text("api_app_id"), json.Items("authorizations").Select(one => one.Text("user_id")).FirstOrDefault(), what)
            : null;

    /// <summary>Whose installation is meant: in a shared channel the context is the other company's.</summary>
    private static string? TeamOf(JsonElement json) =>
        json.Items("authorizations").Select(one => one.Text("team_id")).FirstOrDefault(team => team is not null) ?? json.Text("team_id");
}
