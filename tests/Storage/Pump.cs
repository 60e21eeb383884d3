using ChatSupport.Desk.Storage;
using NodaTime;
using static ChatSupport.Tests.Storage.Rows;

namespace ChatSupport.Tests.Storage;

/// <summary>What a pump does, in the words of the tests: claims last two minutes.</summary>
internal static class Pump
{
    public static Task Enqueue(this TemporaryStore desk, params OutboxRow[] messages) => desk.Write(async session =>
    {
        foreach (var message in messages)
            await session.Enqueue(message);
    });

    public static Task<IReadOnlyList<ClaimedMessage>> Claim(this TemporaryStore desk, int minute, int limit = 100) =>
        desk.Write(session => session.ClaimMessages(After(minute), After(minute) + Duration.FromMinutes(2), _ => limit));

    public static IEnumerable<string> Notices(this IEnumerable<ClaimedMessage> claimed) => claimed.Select(message => message.Message.Notice);
}
