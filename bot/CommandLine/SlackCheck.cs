using System.Net.Http.Headers;
using System.Text.Json;
using ChatSupport.Bot.Slack;
using ChatSupport.Bot.Wire;

namespace ChatSupport.Bot.CommandLine;

/// <summary>Asks Slack whose tokens these are. It posts nothing, and opens no socket.</summary>
internal static class SlackCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async IAsyncEnumerable<CheckItem> Try(SlackSettings slack)
    {
        using var http = new HttpClient { BaseAddress = slack.ApiUrl, Timeout = Patience };
        if (slack.BotToken is { } bot)
            yield return await Try(http, "auth.test", "BotToken", bot);
        if (slack.AppToken is { } app)
            yield return await Try(http, "apps.connections.open", "AppToken", app);
        if (slack.BotToken is null && slack.AppToken is null)
            yield return CheckItem.Of(CheckItem.Good, "SlackInstalls");
    }

    private static async Task<CheckItem> Try(HttpClient http, string method, string setting, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, method)
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
            Content = new FormUrlEncodedContent([]),
        };
        try
        {
            using var response = await http.SendAsync(request);
            using var json = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync());
            return json.RootElement.Truth("ok")
                ? CheckItem.Of(CheckItem.Good, $"Slack{setting}", json.RootElement.Text("team") ?? "", json.RootElement.Text("team_id") ?? "")
                : CheckItem.Of(CheckItem.Bad, "SlackRefuses", setting, json.RootElement.Text("error") ?? "");
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or JsonException)
        {
            return CheckItem.Of(CheckItem.Bad, "SlackUnreachable", http.BaseAddress!.Host);
        }
    }
}
