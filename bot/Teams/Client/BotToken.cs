using System.Text.Json;
using ChatSupport.Bot.Wire;

namespace ChatSupport.Bot.Teams.Client;

/// <summary>
/// The bot's own token, from its own tenant, by its client secret. It is kept, and fetched anew some minutes before it runs out; whoever
/// comes meanwhile waits for the same one.
/// </summary>
internal sealed partial class BotToken(HttpClient http, TeamsSettings settings, TimeProvider time, ILogger<BotToken> log) : IDisposable
{
    public const string Scope = "https://api.botframework.com/.default";
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim oneAtATime = new(1);
    private volatile Issued? current;

    /// <returns>Null when Microsoft gives none: why is in the log.</returns>
    public async ValueTask<string?> Get(CancellationToken stop)
    {
        if (Good() is { } known)
            return known;
        await oneAtATime.WaitAsync(stop);
        try
        {
            return Good() ?? await Fetch(stop);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>Somebody would not take this one; the next caller gets another.</summary>
    public void Distrust(string token)
    {
        if (current?.Token == token)
            current = null;
    }

    public void Dispose() => oneAtATime.Dispose();

    private string? Good() => current is { } now && time.GetUtcNow() < now.Until ? now.Token : null;

    private async Task<string?> Fetch(CancellationToken stop)
    {
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"), new("client_id", settings.AppId), new("client_secret", settings.AppPassword), new("scope", Scope),
        ]);
        try
        {
            using var response = await http.PostAsync(AddressIn(settings), form, stop);
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>(stop);
            if (answer.Text("access_token") is not { } token)
            {
                LogRefused((int)response.StatusCode, answer.Text("error"));
                return null;
            }
            var lasts = TimeSpan.FromSeconds(answer.Number("expires_in") ?? 0);
            current = new Issued(token, time.GetUtcNow() + (lasts > 2 * Early ? lasts - Early : lasts / 2));
            return token;
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException || (failure is OperationCanceledException && !stop.IsCancellationRequested))
        {
            LogRefused(0, failure.GetType().Name);
            return null;
        }
    }

    private static Uri AddressIn(TeamsSettings settings) =>
        new($"{settings.LoginUrl.AbsoluteUri.TrimEnd('/')}/{Uri.EscapeDataString(settings.TenantId)}/oauth2/v2.0/token");

    private sealed record Issued(string Token, DateTimeOffset Until);

    [LoggerMessage(Level = LogLevel.Error, Message = "Microsoft gives the bot no token (status {Status}, {Why}): check Teams:AppId, Teams:AppPassword and Teams:TenantId.")]
    private partial void LogRefused(int status, string? why);
}
