using ChatSupport.Bot.Teams.Wire;
using ChatSupport.Desk.People;

namespace ChatSupport.Bot.Teams.Leaving;

/// <summary>Where a conversation with one person takes place, and so where its replies go.</summary>
/// <param name="Conversation">Of a channel's thread with its root.</param>
internal sealed record TeamsAddress(string Tenant, string User, ConversationKind Kind, string Conversation)
{
    private const string Prefix = "teams:";

    public bool IsPersonal => Kind == ConversationKind.Personal;

    /// <summary>The conversation's name.</summary>
    public override string ToString() => $"{Prefix}{Kind}/{Tenant}/{User}/{Conversation}";

    public static TeamsAddress Of(Activity activity, ChatIdentity who) => new(who.Realm, who.User, activity.Kind, activity.Conversation);

    public static TeamsAddress? Parse(string conversation) =>
        conversation.StartsWith(Prefix, StringComparison.Ordinal)
        && conversation[Prefix.Length..].Split('/', 4) is [var kind, var tenant, var user, var name] && Enum.TryParse<ConversationKind>(kind, out var known)
            ? new TeamsAddress(tenant, user, known, name)
            : null;

    /// <summary>Replies wait for the cards before them, in the lane of the place that this is.</summary>
    public string Lane => $"{Way.Teams}:{Tenant}/{(IsPersonal ? $"@{User}" : Activity.BaseOf(Conversation))}";
}
