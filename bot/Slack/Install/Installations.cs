using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatSupport.Bot.Slack.Client;
using ChatSupport.Bot.Wire;
using ChatSupport.Desk.Storage;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;

namespace ChatSupport.Bot.Slack.Install;

/// <summary>
/// What opens each workspace: its own installation's token, kept encrypted and renewed before it expires, else the configured one.
/// </summary>
internal sealed class Installations(
    Store store, SlackSettings settings, SlackClient client, IDataProtectionProvider protection, TimeProvider time) : IDisposable
{
    /// <summary>Slack's rotated tokens live twelve hours; they are renewed when this much is left.</summary>
    private static readonly Duration Margin = Duration.FromMinutes(30);

    private readonly IDataProtector secrets = protection.CreateProtector("slack-tokens");
    private readonly SemaphoreSlim renewing = new(1, 1);

    /// <returns>Null when nothing opens this workspace.</returns>
    public async Task<SlackToken?> TokenFor(string team, CancellationToken stop)
    {
        if (await store.Ask(reader => reader.Installation(team), stop) is not { } installed || Open(installed.Token) is not { } token)
            return settings.BotToken is { } shared ? new SlackToken(team, shared) : null;
        return installed.ExpiresAt - Now > Margin || installed.Refresh is null
            ? new SlackToken(team, token)
            : await Renew(team, stop) ?? new SlackToken(team, token);
    }

    /// <summary>Keeps what Slack answered to an installation or a renewal.</summary>
    public Task Keep(JsonElement answer, string team) => store.Write(async session =>
    {
        var before = await session.Installation(team);
        return await session.Install(new InstallationRow(
            team,
            answer.Text("team", "name") ?? before?.Name ?? team,
            answer.Text("bot_user_id") ?? before?.BotUser ?? "",
            secrets.Protect(answer.Text("access_token")!),
            answer.Text("refresh_token") is { } refresh ? secrets.Protect(refresh) : null,
            answer.Number("expires_in") is { } seconds ? Now + Duration.FromSeconds(seconds) : null,
            Now));
    });

    public Task Forget(string team) => store.Write(session => session.Uninstall(team));

    public void Dispose() => renewing.Dispose();

    private async Task<SlackToken?> Renew(string team, CancellationToken stop)
    {
        await renewing.WaitAsync(stop);
        try
        {
            // Somebody may have renewed it while this one waited.
            if (await store.Ask(reader => reader.Installation(team), stop) is not { } installed)
                return null;
            if (installed.ExpiresAt - Now <= Margin && installed.Refresh is { } refresh && settings.App is { } app && Open(refresh) is { } secret
                && await client.Call("oauth.v2.access", new SlackToken(team, null), Renewal(app, secret), stop) is ApiAnswer.Ok { Json: var answer })
            {
                await Keep(answer, team);
                return new SlackToken(team, answer.Text("access_token")!);
            }
            return Open(installed.Token) is { } token ? new SlackToken(team, token) : null;
        }
        finally
        {
            renewing.Release();
        }
    }

    private static JsonObject Renewal(SlackApp app, string refresh) => new()
    {
        ["client_id"] = app.ClientId,
        ["client_secret"] = app.ClientSecret,
        ["grant_type"] = "refresh_token",
        ["refresh_token"] = refresh,
    };

    /// <returns>Null when the keys that encrypted it are lost: the workspace has to install again.</returns>
    private string? Open(string secret)
    {
        try
        {
            return secrets.Unprotect(secret);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());
}
