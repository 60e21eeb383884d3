using ChatSupport.Desk.People;

namespace ChatSupport.Bot.Slack.Leaving;

/// <summary>Where a conversation with one person takes place, and so where its replies go.</summary>
/// <param name="Team">The workspace whose token speaks.</param>
/// <param name="Channel">Null for what is answered at once, on the spot: a command, a modal.</param>
/// <param name="User">The person spoken to.</param>
/// <param name="IsPrivate">Others are in the channel, and the replies are for this person's eyes alone.</param>
internal sealed record SlackAddress(string Team, string? Channel, string User, bool IsPrivate)
{
    private const string Prefix = "slack:";

    /// <summary>The conversation's name.</summary>
    public override string ToString() => $"{Prefix}{Team}/{Channel}/{User}{(IsPrivate ? "/private" : "")}";

    public static SlackAddress? Parse(string conversation) =>
        conversation.StartsWith(Prefix, StringComparison.Ordinal) && conversation[Prefix.Length..].Split('/') is [var team, var channel, var user, .. var rest]
            ? new SlackAddress(team, channel.Length == 0 ? null : channel, user, rest.Length > 0)
            : null;

    /// <summary>In a channel replies wait for the cards before them.</summary>
    public string Lane => $"{Way.Slack}:{Team}/{Channel}";
}
