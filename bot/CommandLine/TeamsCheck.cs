using ChatSupport.Bot.Teams;
using ChatSupport.Bot.Teams.Client;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatSupport.Bot.CommandLine;

/// <summary>Goes as far as a message would, both ways: are Microsoft's keys within reach, and does it give the bot a token?</summary>
internal static class TeamsCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task<CheckItem> Try(TeamsSettings? teams)
    {
        if (teams is null)
            return CheckItem.Of(CheckItem.Off, "NoTeams");
        if (teams.IsUnguarded)
            return CheckItem.Of(CheckItem.Off, "TeamsPlayground");
        using var http = new HttpClient { Timeout = Patience };
        try
        {
            await http.GetByteArrayAsync(teams.OpenIdMetadataUrl);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            return CheckItem.Of(CheckItem.Bad, "TeamsKeysUnreachable", teams.OpenIdMetadataUrl.Host);
        }
        using var tokens = new BotToken(http, teams, TimeProvider.System, NullLogger<BotToken>.Instance);
        return await tokens.Get(CancellationToken.None) is null
            ? CheckItem.Of(CheckItem.Bad, "TeamsNoToken", teams.LoginUrl.Host, teams.TenantId)
            : CheckItem.Of(CheckItem.Good, "Teams", teams.TenantId);
    }
}
