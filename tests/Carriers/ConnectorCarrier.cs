using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ChatSupport.Tests.Carriers;

/// <summary>
/// The Bot Connector for a story, on a real port: conversations, activities, members and files, for whoever brings a token of the bot's.
/// Whatever the product calls must be expected by the story: what is left at the end fails it, and so does a card that Teams would refuse.
/// </summary>
public sealed class ConnectorCarrier : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly AzureCarrier azure;
    private readonly CallLog<ConnectorCall> calls = new();
    private readonly Queue<(Func<ConnectorCall, bool> Where, ConnectorFault Fault)> faults = new();
    private readonly ConcurrentDictionary<string, (byte[] Content, string Type)> files = new();
    private readonly ConcurrentBag<string> violations = [];
    private long last = 1_700_000_000_000;

    private ConnectorCarrier(WebApplication app, AzureCarrier azure) => (this.app, this.azure) = (app, azure);

    /// <summary>What it was called for, but for what the story has spoken of.</summary>
    public IReadOnlyList<ConnectorCall> Calls => calls.Left;

    public string ServiceUrl => $"{app.Urls.First()}/emea/";

    /// <summary>Who is in a conversation: how the bot calls them, and who they are in their tenant.</summary>
    public ConcurrentDictionary<string, (string Id, string AadObjectId)[]> Members { get; } = new();

    public static async Task<ConnectorCarrier> Start(AzureCarrier azure)
    {
        var made = CarrierHost.Build();
        var carrier = new ConnectorCarrier(made, azure);
        made.MapGet("/files/{name}", carrier.HandOut);
        made.MapGet("/emea/v3/conversations/{conversation}/pagedmembers", carrier.List);
        made.MapMethods("/emea/v3/{**path}", ["POST", "PUT", "DELETE", "GET"], carrier.Answer);
        await made.StartAsync();
        return carrier;
    }

    /// <summary>The next call that is like this goes wrong.</summary>
    public void Next(ConnectorFault fault, Func<ConnectorCall, bool>? where = null)
    {
        lock (faults)
            faults.Enqueue((where ?? (_ => true), fault));
    }

    public string Keep(string name, byte[] content, string type = "application/octet-stream")
    {
        files[name] = (content, type);
        return $"{app.Urls.First()}/files/{name}";
    }

    /// <summary>The next call that is as described; waits for it.</summary>
    public Task<ConnectorCall> Sees(Func<ConnectorCall, bool> where) => calls.Sees(where);

    /// <summary>What is said in a conversation, with these words in it.</summary>
    public Task<ConnectorCall> Says(string conversation, string words = "") =>
        Sees(call => call is { Method: "POST", Status: < 300 } && call.Conversation == conversation && call.Words.Contains(words, StringComparison.Ordinal));

    /// <summary>The message at the root of a new thread in a channel.</summary>
    public Task<ConnectorCall> Begins(string channel) => Sees(call => call.Channel == channel && call.Status < 300);

    /// <summary>A change of this message after which it says these words.</summary>
    public Task<ConnectorCall> Changes(ConnectorCall posted, string words = "") =>
        Sees(call => call is { Method: "PUT", Status: < 300 } && call.Id == posted.Id && call.Words.Contains(words, StringComparison.Ordinal));

    /// <summary>Fails if anything was said to them, or tried, that nobody expected.</summary>
    public void Spares(TeamsPerson who) => calls.HasNone(call => call.Conversation == who.Chat);

    /// <summary>Whatever was called so far is none of this story's business.</summary>
    public void Forgets() => calls.Forgets(_ => true);

    /// <summary>Fails unless everything that was called was expected, and would have been shown.</summary>
    public void IsContent()
    {
        Assert.Empty(violations);
        calls.IsEmpty();
    }

    /// <summary>Checks a card that came in an answer as strictly as one that was posted.</summary>
    internal void Check(JsonElement card)
    {
        foreach (var violation in CardRules.Violations(card))
            violations.Add($"{violation}: {card.GetRawText()[..Math.Min(400, card.GetRawText().Length)]}");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> Answer(string path, HttpContext http)
    {
        var body = http.Request.ContentLength is > 0 ? await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body) : default;
        var call = Decide(http.Request.Method, path, body, TokenOf(http.Request));
        var fault = FaultOf(call);
        if (fault is ConnectorFault.Fails fails)
        {
            if (fails.RetryAfter is { } seconds)
                http.Response.Headers.RetryAfter = fails.AsDate
                    ? TimeProvider.System.GetUtcNow().AddSeconds(seconds).ToString("R", CultureInfo.InvariantCulture)
                    : seconds.ToString(CultureInfo.InvariantCulture);
            calls.Add(call with { Status = fails.Status });
            return Results.Json(new { error = new { code = fails.Code ?? "ServiceError", message = "as the story has it" } }, statusCode: fails.Status);
        }
        if (call.Card is { } card)
            Check(card.Json);
        calls.Add(call);
        if (fault is ConnectorFault.Slow { Until: var until })
            await until.WaitAsync(http.RequestAborted);
        if (fault is ConnectorFault.Lost)
            http.Abort();
        return call.Status == 404 ? Results.NotFound() : Results.Json(new { id = call.Channel is null ? call.Id : call.Conversation, activityId = call.Channel is null ? null : call.Id }, statusCode: call.Status);
    }

    private ConnectorFault? FaultOf(ConnectorCall call)
    {
        lock (faults)
            return faults.TryPeek(out var next) && next.Where(call) ? faults.Dequeue().Fault : null;
    }

    private ConnectorCall Decide(string method, string path, JsonElement body, string? token)
    {
        var parts = path.Split('/').Select(Uri.UnescapeDataString).ToArray();
        if (!azure.Issued(token))
            return new(method, path, parts.ElementAtOrDefault(1) ?? "", null, body, 401);
        var id = Interlocked.Increment(ref last).ToString(CultureInfo.InvariantCulture);
        return (method, parts) switch
        {
            ("POST", ["conversations"]) when new ConnectorCall(method, path, "", null, body, 201) is { Channel: { } channel } =>
                new(method, path, $"{channel};messageid={id}", id, body, 201),
            ("POST", ["conversations", var conversation, "activities"]) => new(method, path, conversation, id, body, 201),
            ("PUT", ["conversations", var conversation, "activities", var message]) => new(method, path, conversation, message, body, 200),
            _ => new(method, path, "", null, body, 404),
        };
    }

    /// <summary>One at a time, so that whoever asks has to turn the pages.</summary>
    private IResult List(string conversation, string? continuationToken, HttpRequest request)
    {
        if (!azure.Issued(TokenOf(request)))
            return Results.StatusCode(401);
        var members = Members.GetValueOrDefault(conversation, []);
        var at = int.Parse(continuationToken ?? "0", CultureInfo.InvariantCulture);
        var page = new JsonArray([.. members.Skip(at).Take(1).Select(member => new JsonObject { ["id"] = member.Id, ["aadObjectId"] = member.AadObjectId })]);
        return Results.Json(new JsonObject { ["members"] = page, ["continuationToken"] = at + 1 < members.Length ? (at + 1).ToString(CultureInfo.InvariantCulture) : null });
    }

    private IResult HandOut(string name, HttpRequest request) => !azure.Issued(TokenOf(request)) ? Results.StatusCode(401)
        : files.TryGetValue(name, out var file) ? Results.Bytes(file.Content, file.Type) : Results.NotFound();

    private static string? TokenOf(HttpRequest request) => request.Headers.Authorization.ToString() is ['B', 'e', 'a', 'r', 'e', 'r', ' ', .. var token] ? token : null;
}
