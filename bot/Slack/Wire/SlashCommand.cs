using ChatSupport.Desk.People;

namespace ChatSupport.Bot.Slack.Wire;

/// <summary>A command that somebody typed.</summary>
/// <param name="Trigger">Opens one view, within three seconds.</param>
internal sealed record SlashCommand(ChatIdentity Who, string Channel, string Name, string Text, string Trigger)
{
    public static SlashCommand? Read(Func<string, string?> field) =>
        field("team_id") is { } team && field("user_id") is { } user && field("channel_id") is { } channel && field("command") is { } name && field("trigger_id") is { } trigger
            ? new SlashCommand(Identity.Of(team, user), channel, name.ToLowerInvariant(), field("text")?.Trim() ?? "", trigger)
            : null;
}
