using NodaTime;

namespace ChatSupport.Desk.Storage;

/// <summary>One workspace's own installation of the Slack app.</summary>
/// <param name="BotUser">The bot's user there.</param>
/// <param name="Token">Encrypted.</param>
/// <param name="Refresh">What renews the token, encrypted; null when it never expires.</param>
public sealed record InstallationRow(string Team, string Name, string BotUser, string Token, string? Refresh, Instant? ExpiresAt, Instant At);

public static class InstallationTable
{
    public static ValueTask<InstallationRow?> Installation(this Reader reader, string team) => reader.Prepare(
            "SELECT team, name, bot_user, token, refresh, expires_at, at FROM slack_installations WHERE team = $1")
        .With(team)
        .First(row => new InstallationRow(
            row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.Text(4), row.InstantOrNull(5), row.Instant(6)));

    /// <summary>Installed, or installed again: the latest counts.</summary>
    public static ValueTask<int> Install(this Session session, InstallationRow row) => session.Prepare(
            """
            INSERT INTO slack_installations (team, name, bot_user, token, refresh, expires_at, at) VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (team) DO UPDATE SET name = excluded.name, bot_user = excluded.bot_user, token = excluded.token,
              refresh = excluded.refresh, expires_at = excluded.expires_at, at = excluded.at
            """)
        .With(row.Team, row.Name, row.BotUser, row.Token, row.Refresh, row.ExpiresAt, row.At)
        .Execute();

    public static ValueTask<int> Uninstall(this Session session, string team) =>
        session.Prepare("DELETE FROM slack_installations WHERE team = $1").With(team).Execute();
}
