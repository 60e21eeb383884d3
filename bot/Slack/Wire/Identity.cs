using System.Text.Json;
using ChatSupport.Bot.Wire;
using ChatSupport.Desk.People;

namespace ChatSupport.Bot.Slack.Wire;

/// <summary>
/// Who in Slack: a user of one workspace. In a channel that two companies share, the author's workspace is not the one that the event
/// was delivered for; nothing else about an author is believed, least of all an e-mail address.
/// </summary>
internal static class Identity
{
    /// <summary>The author of an event; <paramref name="team"/> is the workspace that it was delivered for.</summary>
    public static ChatIdentity? OfAuthor(JsonElement said, string team) => said.Text("user") is { } user
        ? Of(said.Text("user_team") ?? said.Text("source_team") ?? said.Text("team") ?? team, user)
        : null;

    /// <summary>Who clicked or submitted.</summary>
    public static ChatIdentity? OfActor(JsonElement payload) => payload.Text("user", "id") is { } user
        && (payload.Text("user", "team_id") ?? payload.Text("team", "id")) is { } team
            ? Of(team, user)
            : null;

    public static ChatIdentity Of(string team, string user) => new(ChatService.Slack, team, user);
}
