using System.Text.Json;
using ChatSupport.Bot.Wire;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;

namespace ChatSupport.Bot.Teams.Wire;

/// <summary>One activity, as the Bot Framework delivers it: somebody wrote, clicked, installed, left.</summary>
/// <param name="Conversation">Of a channel's thread with <c>;messageid=</c> and its root.</param>
internal sealed record Activity(string Type, string Id, string ServiceUrl, string ChannelId, string Conversation, Account From, Account Recipient, JsonElement Json)
{
    private const string ThreadMark = ";messageid=";

    /// <summary>The tenant of whoever speaks.</summary>
    public string Tenant => Json.Text("conversation", "tenantId") ?? Json.Text("channelData", "tenant", "id") ?? "";

    /// <summary>What an invoke wants.</summary>
    public string? Name => Json.Text("name");

    public JsonElement Value => Json.At("value") ?? default;

    /// <summary>The message that was clicked on, or answered.</summary>
    public string? ReplyTo => Json.Text("replyToId");

    public ConversationKind Kind => Json.Text("conversation", "conversationType") switch
    {
        "channel" => ConversationKind.Channel,
        "groupChat" => ConversationKind.GroupChat,
        _ => ConversationKind.Personal,
    };

    /// <summary>The conversation without the thread in it.</summary>
    public string Base => BaseOf(Conversation);

    /// <summary>What is told of in the team's first channel: another of its channels is gone.</summary>
    public string? DeletedChannel => Json.Text("channelData", "eventType") == "channelDeleted" ? Json.Text("channelData", "channel", "id") : null;

    public string? Team => Json.Text("channelData", "team", "id");

    /// <summary>The zone of whoever speaks, as their client tells it.</summary>
    public string? Zone => Json.Text("localTimezone") ?? Json.Items("entities").Select(entity => entity.Text("timezone")).FirstOrDefault(zone => zone is not null);

    /// <summary>Alone with the bot somebody reads their own time; where others read along, it is the desk's and said to be.</summary>
    public WallClock Clock => Kind == ConversationKind.Personal ? Own : WallClock.OfTheDesk;

    /// <summary>The clock of whoever speaks.</summary>
    public WallClock Own => WallClock.Of(Zone);

    /// <summary>Whether the replies are wanted in the answer to the request itself.</summary>
    public bool ExpectsReplies => Json.Text("deliveryMode") == "expectReplies";

    /// <summary>Who speaks; null for what no person of an organisation says.</summary>
    public ChatIdentity? Who => From.AadObjectId is { } user && Tenant.Length > 0 ? new ChatIdentity(ChatService.Teams, Tenant, user) : null;

    /// <returns>Null for what is no activity.</returns>
    public static Activity? Read(JsonElement json) =>
        json.Text("type") is { } type && json.Text("serviceUrl") is { } service && json.Text("channelId") is { } channel && json.Text("conversation", "id") is { } conversation
            ? new Activity(type, json.Text("id") ?? "", service, channel, conversation, Account.Of(json, "from"), Account.Of(json, "recipient"), json.Clone())
            : null;

    public static string BaseOf(string conversation) =>
        conversation.IndexOf(ThreadMark, StringComparison.Ordinal) is > 0 and var at ? conversation[..at] : conversation;
}

internal enum ConversationKind
{
    Personal,
    GroupChat,
    Channel,
}

/// <param name="Id">How this bot knows them, such as <c>29:1XJK…</c>; another bot knows them by another.</param>
/// <param name="AadObjectId">Who they are in their tenant.</param>
internal sealed record Account(string Id, string? Name, string? AadObjectId)
{
    public static Account Of(JsonElement json, string key) => Of(json.At(key) ?? default);

    public static Account Of(JsonElement account) => new(
        account.Text("id") ?? "", account.Text("name"), account.Text("aadObjectId") ?? account.Text("objectId"));
}
