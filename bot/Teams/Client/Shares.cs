using ChatSupport.Bot.Wire;
using NodaTime;

namespace ChatSupport.Bot.Teams.Client;

/// <summary>
/// What Teams lets a bot do: in one conversation 7 calls in a second, 8 in two, 60 in thirty, 1800 in an hour; in one tenant 30 a second.
/// A share that was saved up and the flow that follows it together stay within each of these windows.
/// </summary>
internal static class Shares
{
    public static Budget[] Of(string tenant, string conversation) =>
    [
        new($"{conversation} 2s", Duration.FromSeconds(2) / 6, 2),
        new($"{conversation} 30s", Duration.FromSeconds(1), 30),
        new($"{conversation} 1h", Duration.FromSeconds(4), 900),
        new($"{tenant} 1s", Duration.FromMilliseconds(50), 10),
    ];
}
