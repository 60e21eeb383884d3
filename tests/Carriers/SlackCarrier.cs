using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ChatSupport.Tests.Carriers;

/// <summary>
/// Slack for a story: its Web API on a real port, and its people, who speak to the product with signed requests
/// (<see cref="SlackHand"/>). Whatever the product calls must be expected by the story: what is left at the end fails it, and so does
/// anything that Slack would have refused to show.
/// </summary>
public sealed class SlackCarrier : IAsyncDisposable
{
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    public const string Token = "xoxb-all-workspaces";
    public const string AppToken = "xapp-1";

    private static readonly Dictionary<string, string?> ScopeOf = new()
    {
        ["chat.postMessage"] = "chat:write",
        ["chat.postEphemeral"] = "chat:write",
        ["chat.update"] = "chat:write",
        ["conversations.open"] = "im:write",
        ["views.open"] = null,
        ["views.push"] = null,
        ["views.update"] = null,
        ["views.publish"] = null,
        ["files.info"] = "files:read",
        ["oauth.v2.access"] = null,
        ["auth.revoke"] = null,
        ["auth.test"] = null,
        ["apps.connections.open"] = null,
    };

    private readonly WebApplication app;
    private readonly CallLog<SlackCall> calls = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<SlackFault>> faults = new();
    private readonly ConcurrentDictionary<string, (byte[] Content, string Type)> files = new();

    private SlackCarrier(WebApplication app)
    {
        this.app = app;
        Town.Scopes[Token] = ["chat:write", "im:write", "files:read", "commands"];
    }

    internal SlackTown Town { get; } = new(TimeProvider.System);

    public string ApiUrl => $"{app.Urls.First()}/api/";

    /// <summary>What to answer to <c>oauth.v2.access</c>.</summary>
    public Func<IReadOnlyDictionary<string, string>, JsonObject>? Installing { get; set; }

    /// <summary>What it was called for, but for what the story has spoken of.</summary>
    public IReadOnlyList<SlackCall> Calls => calls.Left;

    /// <summary>Slack's end of Socket Mode.</summary>
    internal SlackSockets Sockets { get; } = new();

    /// <summary>Set: Socket Mode was switched off for the app.</summary>
    public bool IsUnlinked { get; set; }

    /// <summary>How many files were handed out.</summary>
    public int Fetched { get; private set; }

    /// <summary>Called after a message was posted, as Slack then tells the app that there is a message.</summary>
    public Func<SlackCall, Task>? Posted { get; set; }

    public static async Task<SlackCarrier> Start()
    {
        var slack = CarrierHost.Build();
        var carrier = new SlackCarrier(slack);
        slack.MapPost("/api/{method}", carrier.Answer);
        slack.MapGet("/files/{name}", carrier.HandOut);
        slack.UseWebSockets();
        slack.Map("/link", carrier.Sockets.Accept);
        await slack.StartAsync();
        return carrier;
    }

    /// <summary>The settings of a desk whose Slack this is.</summary>
    public string[] Settings => [$"--Slack:SigningSecret={Secret}", $"--Slack:BotToken={Token}", $"--Slack:ApiUrl={ApiUrl}"];

    public void Next(string method, params SlackFault[] inOrder)
    {
        foreach (var fault in inOrder)
            faults.GetOrAdd(method, _ => new()).Enqueue(fault);
    }

    /// <summary>The next message to this channel goes wrong.</summary>
    public void NextAt(string channel, SlackFault fault) => faults.GetOrAdd(channel, _ => new()).Enqueue(fault);

    public string Keep(string name, byte[] content, string type = "application/octet-stream")
    {
        files[name] = (content, type);
        return $"{app.Urls.First()}/files/{name}";
    }

    /// <summary>The next call of this method that is as described; waits for it.</summary>
    public Task<SlackCall> Sees(string method, Func<SlackCall, bool>? where = null) =>
        calls.Sees(call => call.Method == method && where?.Invoke(call) != false);

    /// <summary>A message in a channel; under another when it is said which.</summary>
    public Task<SlackCall> Posts(string channel, string? containing = null, SlackCall? under = null) => Sees("chat.postMessage", call =>
        call.Channel == channel && call.Error is null && (under is null || call.Thread == under.Ts) && (containing is null || call.Words.Contains(containing)));

    /// <summary>The message was changed where it stands; returns it as it is now.</summary>
    public Task<SlackCall> Updates(SlackCall post) => Sees("chat.update", call => call.Ts == post.Ts && call.Channel == post.Channel && call.Error is null);

    /// <summary>Any change of what stands in this channel.</summary>
    public Task<SlackCall> Updates(string channel) => Sees("chat.update", call => call.Channel == channel && call.Error is null);

    /// <summary>The story does not care what else was called so.</summary>
    public void Forgets(string method) => calls.Forgets(call => call.Method == method);

    /// <summary>The story does not care what was refused, as it wanted it to be.</summary>
    public void ForgetsFailures() => calls.Forgets(call => call.Error is not null);

    /// <summary>Fails unless everything that was called was expected, and would have been shown.</summary>
    public void IsContent()
    {
        Assert.Empty(Town.Violations);
        calls.IsEmpty();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> Answer(string method, HttpContext http)
    {
        var (arguments, form) = await Read(http.Request);
        var token = http.Request.Headers.Authorization.ToString().Replace("Bearer ", "");
        var fault = FaultOf(method) ?? (method == "chat.postMessage" ? FaultOf(arguments.GetProperty("channel").GetString()!) : null);
        if (fault is SlackFault.Silent)
            await new TaskCompletionSource().Task.WaitAsync(http.RequestAborted);
        switch (fault)
        {
            case SlackFault.Limited { Seconds: var seconds }:
                http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                return Results.StatusCode(429);
            case SlackFault.Broken { Status: var status }:
                return Results.StatusCode(status);
        }

        var (answer, ts) = fault is SlackFault.Refuses { Error: var no } ? (SlackTown.Error(no), null) : Decide(method, token, arguments, form);
        var call = new SlackCall(method, token, arguments, (string?)answer["error"], ts ?? (string?)answer["view"]?["id"]);
        // Finding out where to speak to somebody is not speaking to them.
        if (call is not { Method: "conversations.open" or "apps.connections.open", Error: null })
            calls.Add(call);
        if (ts is not null && Posted is { } tell && method == "chat.postMessage")
            await tell(call);
        if (fault is SlackFault.Slow { Until: var until })
            await until.WaitAsync(http.RequestAborted);
        if (fault is SlackFault.Lost)
            http.Abort();
        return Results.Json(answer);
    }

    private SlackFault? FaultOf(string what) => faults.TryGetValue(what, out var queue) && queue.TryDequeue(out var next) ? next : null;

    private (JsonObject Answer, string? Ts) Decide(string method, string token, JsonElement arguments, IReadOnlyDictionary<string, string> form)
    {
        if (!ScopeOf.TryGetValue(method, out var scope))
            return (SlackTown.Error("unknown_method"), null);
        if (method == "oauth.v2.access")
            return (Installing?.Invoke(form) ?? SlackTown.Error("invalid_code"), null);
        if (method == "apps.connections.open")
            return IsUnlinked ? (SlackTown.Error("link_disabled"), null) : (token == AppToken ? SlackTown.Ok(("url", $"{app.Urls.First().Replace("http:", "ws:")}/link")) : SlackTown.Error("invalid_auth"), null);
        if (!Town.Scopes.TryGetValue(token, out var granted))
            return (SlackTown.Error("invalid_auth"), null);
        return scope is null || granted.Contains(scope) ? Town.Answer(method, token, arguments) : (SlackTown.Error("missing_scope"), null);
    }

    private static async Task<(JsonElement Arguments, IReadOnlyDictionary<string, string> Form)> Read(HttpRequest request)
    {
        if (!request.HasFormContentType)
            return (await JsonSerializer.DeserializeAsync<JsonElement>(request.Body), new Dictionary<string, string>());
        var form = (await request.ReadFormAsync()).ToDictionary(field => field.Key, field => field.Value.ToString());
        return (JsonSerializer.SerializeToElement(form), form);
    }

    private IResult HandOut(string name, HttpContext http)
    {
        Fetched++;
        return !Town.Scopes.ContainsKey(http.Request.Headers.Authorization.ToString().Replace("Bearer ", "")) ? Results.Text("<html>Sign in</html>", "text/html")
            : files.TryGetValue(name, out var file) ? Results.Bytes(file.Content, file.Type)
            : Results.NotFound();
    }
}
