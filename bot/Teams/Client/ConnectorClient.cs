using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatSupport.Bot.Teams.Kit;
using ChatSupport.Bot.Wire;
using NodaTime;

namespace ChatSupport.Bot.Teams.Client;

/// <summary>
/// The one place from which the Bot Connector is called. It calls once, within the budgets, and says what came of it: to try again is
/// the outbox's business.
/// </summary>
internal sealed partial class ConnectorClient(HttpClient http, TeamsSettings settings, BotToken tokens, Budgets budgets, TimeProvider time, ILogger<ConnectorClient> log)
{
    /// <summary>A longer wait is the outbox's: this caller's place is wanted for others.</summary>
    private static readonly Duration LongestWait = Duration.FromSeconds(5);

    /// <param name="service">Where the conversation's own activities come from.</param>
    /// <param name="path">Below <c>v3</c>, each part of it escaped.</param>
    /// <param name="thread">Whose budgets it is taken from: the tenant, and the conversation in it.</param>
    public async Task<ConnectorAnswer> Call(
        HttpMethod method, Uri service, string path, (string Tenant, string Conversation) thread, JsonObject? body, CancellationToken stop)
    {
        if (!settings.Hosts.Trusts(service))
            return new ConnectorAnswer.Refused(0, "service-not-trusted");
        var shares = Shares.Of(thread.Tenant, thread.Conversation);
        var wait = await budgets.Take(LongestWait, shares);
        if (wait > LongestWait)
            return new ConnectorAnswer.Limited("budget", wait);
        if (wait > Duration.Zero)
            await Task.Delay(wait.ToTimeSpan(), time, stop);

        var answer = await Send(method, AddressOf(service, path), body, stop);
        if (answer is ConnectorAnswer.Limited { After: { } pause })
            await budgets.Hold(shares[0], pause);
        if (answer is not ConnectorAnswer.Ok)
            LogFailed(method.Method, answer.Why);
        return answer;
    }

    /// <summary>A name as a part of a path: names have colons, semicolons and at-signs in them.</summary>
    public static string Part(string name) => Uri.EscapeDataString(name);

    private async Task<ConnectorAnswer> Send(HttpMethod method, Uri address, JsonObject? body, CancellationToken stop)
    {
        try
        {
            var token = settings.IsUnguarded ? null : await tokens.Get(stop);
            if (token is null && !settings.IsUnguarded)
                return new ConnectorAnswer.Limited("no-token", null);
            using var request = new HttpRequestMessage(method, address);
            if (token is not null)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            if (body is not null)
                request.Content = new StringContent(body.ToJsonString(AdaptiveCard.Writing), Encoding.UTF8, "application/json");
            using var response = await http.SendAsync(request, stop);
            if (response.StatusCode == HttpStatusCode.Unauthorized && token is not null)
                tokens.Distrust(token);
            return Read(response, await response.Content.ReadAsStringAsync(stop));
        }
        catch (Exception failure) when (failure is HttpRequestException or System.IO.IOException || (failure is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return new ConnectorAnswer.Lost(failure.GetType().Name);
        }
    }

    private ConnectorAnswer Read(HttpResponseMessage response, string body)
    {
        var json = Parse(body);
        var (status, code) = ((int)response.StatusCode, json.Text("error", "code") ?? json.Text("code"));
        return status switch
        {
            >= 200 and < 300 => new ConnectorAnswer.Ok(json),
            401 => new ConnectorAnswer.Limited(code ?? "http-401", null),
            408 or 412 or 429 or >= 500 => new ConnectorAnswer.Limited(code ?? $"http-{status}", Pause.AskedBy(response, time)),
            _ => new ConnectorAnswer.Refused(status, json.Text("error", "innerHttpError", "body", "subCode") ?? json.Text("subCode") ?? code ?? $"http-{status}"),
        };
    }

    private static JsonElement Parse(string text)
    {
        try
        {
            return text.Length == 0 ? default : JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static Uri AddressOf(Uri service, string path) => new($"{service.AbsoluteUri.TrimEnd('/')}/v3/{path}");

    [LoggerMessage(Level = LogLevel.Information, Message = "The Bot Connector's {Method}: {Why}.")]
    private partial void LogFailed(string method, string why);
}
