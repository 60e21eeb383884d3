using ChatSupport.Bot.Configuration;
using ChatSupport.Bot.Language;
using ChatSupport.Bot.Shifts;
using ChatSupport.Bot.Teams;
using ChatSupport.Bot.Teams.Client;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
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

    /// <summary>Who will not hear from the bot, as far as a store can tell already.</summary>
    public static async Task<IEnumerable<CheckItem>> Listeners(BotSettings settings, Directory? directory)
    {
        if (settings.Teams is null or { IsUnguarded: true } || directory is null
            || await StoreGlance.Read<IReadOnlyList<Person>>(settings.Store, reader => reader.DeafInTeams(directory)) is not { } deaf)
            return [];
        return deaf.Count == 0
            ? [new CheckItem(CheckItem.Good, BotText.Say("OnCall.Unreached.Nobody"))]
            : Unreached.Lines(deaf, directory).Select((line, at) => new CheckItem(at == 0 ? CheckItem.Note : CheckItem.More, line));
    }
}
