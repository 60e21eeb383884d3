using System.Text.Json.Nodes;
using ChatSupport.Bot.Following;
using ChatSupport.Bot.Teams.Client;
using ChatSupport.Bot.Teams.Wire;
using ChatSupport.Bot.Wire;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.Teams.Leaving;

/// <summary>
/// Posts messages in channels, in chats and to people, where the bot is installed: who has not installed it is not spoken to, and who has
/// removed it is forgotten as soon as Teams says so.
/// </summary>
internal sealed class Posting(ConnectorClient connector, TeamsSettings settings, Store store)
{
    /// <summary>Microsoft's address for every tenant of the public cloud.</summary>
    private const string Global = "https://smba.trafficmanager.net/teams/";

    private static readonly ConnectorAnswer NotInstalled = new ConnectorAnswer.Refused(StatusCodes.Status403Forbidden, "not-installed");

    /// <summary>Posts in a channel as a new thread, in a group chat, or to one person.</summary>
    /// <returns>Where it stands, when it does.</returns>
    public async Task<(ConnectorAnswer Answer, Spot? At)> Post(Place place, JsonObject activity, CancellationToken stop)
    {
        if (place.IsDirect)
            return await Post(place.Realm, place.Conversation[1..], activity, stop);
        var known = await store.Ask(reader => reader.TeamsConversation(place.Realm, place.Conversation), stop);
        if (known?.Kind == nameof(ConversationKind.GroupChat) || place.Conversation.EndsWith("@thread.v2", StringComparison.Ordinal))
            return await Say(place.Realm, place.Conversation, activity, stop);
        var thread = new JsonObject
        {
            ["isGroup"] = true,
            ["bot"] = new JsonObject { ["id"] = settings.BotId },
            ["tenantId"] = place.Realm,
            ["channelData"] = new JsonObject { ["channel"] = new JsonObject { ["id"] = place.Conversation }, ["tenant"] = new JsonObject { ["id"] = place.Realm } },
            ["activity"] = activity,
        };
        var answer = await Call(HttpMethod.Post, place.Realm, place.Conversation, "conversations", thread, stop);
        return (answer, SpotOf(answer, place.Conversation));
    }

    /// <summary>Speaks to one person.</summary>
    public async Task<(ConnectorAnswer Answer, Spot? At)> Post(string tenant, string user, JsonObject activity, CancellationToken stop)
    {
        if (await store.Ask(reader => reader.TeamsConversationOf(new ChatIdentity(ChatService.Teams, tenant, user)), stop) is not { } with)
            return (NotInstalled, null);
        var (answer, at) = await Say(tenant, with.Conversation, activity, stop);
        if (answer is ConnectorAnswer.Refused { IsShutOut: true })
            await store.Write(session => session.ForgetTeams(tenant, with.Conversation, team: null), CancellationToken.None);
        return (answer, at);
    }

    /// <summary>Speaks in a conversation that is known to exist: a thread, a chat.</summary>
    public async Task<(ConnectorAnswer Answer, Spot? At)> Say(string tenant, string conversation, JsonObject activity, CancellationToken stop)
    {
        var answer = await Call(HttpMethod.Post, tenant, conversation, $"conversations/{ConnectorClient.Part(conversation)}/activities", activity, stop);
        var at = answer is ConnectorAnswer.Ok { Json: var json } && json.Text("id") is { } id ? new Spot(conversation, id) : null;
        return (answer, at);
    }

    public Task<ConnectorAnswer> Change(string tenant, Spot at, JsonObject activity, CancellationToken stop)
    {
        activity["id"] = at.Message;
        var path = $"conversations/{ConnectorClient.Part(at.Conversation)}/activities/{ConnectorClient.Part(at.Message)}";
        return Call(HttpMethod.Put, tenant, at.Conversation, path, activity, stop);
    }

    public Task<ConnectorAnswer> Members(string tenant, string conversation, string? continuation, CancellationToken stop)
    {
        var path = $"conversations/{ConnectorClient.Part(conversation)}/pagedmembers?pageSize=200";
        return Call(HttpMethod.Get, tenant, conversation, continuation is null ? path : $"{path}&continuationToken={ConnectorClient.Part(continuation)}", null, stop);
    }

    private async Task<ConnectorAnswer> Call(HttpMethod method, string tenant, string conversation, string path, JsonObject? body, CancellationToken stop)
    {
        var known = await store.Ask(reader => reader.TeamsConversation(tenant, Activity.BaseOf(conversation)), stop);
        var service = known?.ServiceUrl ?? await store.Ask(reader => reader.TeamsServiceIn(tenant), stop);
        if (service is null && settings.IsUnguarded)
            return new ConnectorAnswer.NobodyThere();
        return await connector.Call(method, new Uri(service ?? Global), path, (tenant, Activity.BaseOf(conversation)), body, stop);
    }

    /// <summary>A new thread is a conversation of its own, named after the message at its root.</summary>
    private static Spot? SpotOf(ConnectorAnswer answer, string channel) =>
        answer is ConnectorAnswer.Ok { Json: var json } && json.Text("id") is { } id
            ? new Spot(id, json.Text("activityId") ?? (id.Split(";messageid=") is [_, var root] ? root : channel))
            : null;
}
