using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Desk.Notices;

/// <summary>In Teams nobody can be spoken to who has not installed the bot. That is known beforehand, so it is not even tried.</summary>
internal static class Installed
{
    public static async ValueTask<bool> CanBeTold(this Reader reader, Notice notice) =>
        notice.Way != Way.Teams || (notice.To.Teams is { } own && await reader.TeamsConversationOf(own) is not null);

    public static async ValueTask<bool> CanBeFollowedAt(this Reader reader, Place place) => place is not { Way: Way.Teams, IsDirect: true }
        || await reader.TeamsConversationOf(new ChatIdentity(ChatService.Teams, place.Realm, place.Conversation[1..])) is not null;
}
