using ChatSupport.Bot.Wire;
using NodaTime;

namespace ChatSupport.Bot.Slack.Client;

/// <summary>What Slack lets an app do: so many calls of each method a minute in each workspace, and about one message a second in each channel.</summary>
internal static class Shares
{
    private const int FourthTier = 100;

    /// <summary>Calls a minute, by Slack's tiers; what is not listed is of the fourth.</summary>
    private static readonly Dictionary<string, int> PerMinute = new(StringComparer.Ordinal)
    {
        ["chat.update"] = 50,
        ["conversations.open"] = 50,
        ["chat.postMessage"] = 300,
        ["oauth.v2.access"] = 600,
        ["apps.connections.open"] = 1,
    };

    public static Budget OfMethod(string method, string team)
    {
        var most = PerMinute.GetValueOrDefault(method, FourthTier);
        return new Budget($"{method} {team}", Duration.FromMinutes(1) / most, Math.Max(most, 5));
    }

    /// <summary>With a little room for an answer in two parts.</summary>
    public static Budget OfChannel(string team, string channel) => new($"{team}/{channel}", Duration.FromSeconds(1), 3);
}
