using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatSupport.Bot.Wire;
using NodaTime;

namespace ChatSupport.Bot.Slack.Client;

/// <summary>
/// The one place from which Slack's Web API is called. It calls once, within the budgets, and says what came of it: to try again is
/// the outbox's business.
/// </summary>
internal sealed partial class SlackClient(HttpClient http, SlackSettings settings, Budgets budgets, TimeProvider time, ILogger<SlackClient> log)
{
    /// <summary>A longer wait is the outbox's: this caller's place is wanted for others.</summary>
    private static readonly Duration LongestWait = Duration.FromSeconds(5);
    private static readonly Duration UsualPause = Duration.FromSeconds(30);

    /// <summary>These read, and take a form rather than JSON.</summary>
    private static readonly HashSet<string> TakeForms = new(StringComparer.Ordinal) { "files.info", "oauth.v2.access", "auth.revoke", "users.info" };

    private readonly ConcurrentDictionary<string, string> ourselves = new(StringComparer.Ordinal);

    /// <summary>Who we are in a workspace, as Slack said when we last spoke there; null until then.</summary>
    public string? UserIn(string team) => ourselves.GetValueOrDefault(team);

    public async Task<ApiAnswer> Call(string method, SlackToken token, JsonObject arguments, CancellationToken stop)
    {
        var budget = Shares.OfMethod(method, token.Team);
        var wait = method == "chat.postMessage" && (string?)arguments["channel"] is { } channel
            ? await budgets.Take(LongestWait, budget, Shares.OfChannel(token.Team, channel))
            : await budgets.Take(LongestWait, budget);
        if (wait > LongestWait)
            return new ApiAnswer.Limited(wait);
        if (wait > Duration.Zero)
            await Task.Delay(wait.ToTimeSpan(), time, stop);

        var answer = await Send(method, token.Secret, arguments, stop);
        if (answer is ApiAnswer.Limited limited)
            await budgets.Hold(budget, limited.After);
        if (answer is ApiAnswer.Ok { Json: var said } && said.Text("message", "user") is { } user)
            ourselves[token.Team] = user;
        if (answer is not ApiAnswer.Ok)
            LogFailed(method, token.Team, answer.Reason);
        return answer;
    }

    private async Task<ApiAnswer> Send(string method, string? secret, JsonObject arguments, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(settings.ApiUrl, method))
        {
            Content = TakeForms.Contains(method) ? Form(arguments) : new StringContent(arguments.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        if (secret is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        try
        {
            using var response = await http.SendAsync(request, stop);
            return response.StatusCode switch
            {
                HttpStatusCode.TooManyRequests => new ApiAnswer.Limited(Pause.AskedBy(response, time) ?? UsualPause),
                >= HttpStatusCode.InternalServerError => new ApiAnswer.Lost($"http-{(int)response.StatusCode}"),
                _ => await Read(response, stop),
            };
        }
        catch (Exception failure) when (failure is HttpRequestException or System.IO.IOException or JsonException || (failure is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return new ApiAnswer.Lost(failure.GetType().Name);
        }
    }

    private static async Task<ApiAnswer> Read(HttpResponseMessage response, CancellationToken stop)
    {
        using var json = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(stop), cancellationToken: stop);
        var root = json.RootElement;
        return root.Truth("ok") ? new ApiAnswer.Ok(root.Clone())
            : root.Text("error") is { } error ? new ApiAnswer.Failed(error)
            : new ApiAnswer.Lost($"http-{(int)response.StatusCode}");
    }

    private static FormUrlEncodedContent Form(JsonObject arguments) =>
        new(arguments.Select(argument => KeyValuePair.Create(argument.Key, argument.Value?.ToString())));

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack's {Method} for {Team}: {Why}.")]
    private partial void LogFailed(string method, string team, string why);
}

/// <summary>What opens one workspace.</summary>
/// <param name="Secret">Null for the few calls that carry the app's own credentials.</param>
internal sealed record SlackToken(string Team, string? Secret)
{
    /// <summary>Never the secret: it must not reach a log line.</summary>
    public override string ToString() => Team;
}
