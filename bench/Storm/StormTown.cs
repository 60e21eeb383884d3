using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using ChatSupport.Bench.Doors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatSupport.Bench.Storm;

/// <summary>
/// Slack and Teams as people have them before their eyes: whoever waits for something is given it, what stands in the desk's channels is counted, and
/// whatever shows somebody another client is noticed.
/// </summary>
internal sealed class StormTown : IAsyncDisposable
{
    /// <summary>What says where something is shown: the first of these that is there.</summary>
    private static readonly string[] PlaceKeys = ["trigger_id", "view_id", "channel", "user_id"];

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonElement>> awaited = new();
    private long heardAt = Stopwatch.GetTimestamp();
    private int last, said, strange;

    private StormTown(WebApplication app, Uri url) => (this.app, SlackUrl, TeamsUrl) = (app, new Uri(url, "slack/"), new Uri(url, "teams/"));

    public Uri SlackUrl { get; }

    public Uri TeamsUrl { get; }

    public Channel Slack { get; } = new();

    public Channel Teams { get; } = new();

    /// <summary>How much was said to people in chats.</summary>
    public int Said => Volatile.Read(ref said);

    /// <summary>How much of it named another client.</summary>
    public int Strange => Volatile.Read(ref strange);

    /// <summary>For how long nothing has been said anywhere.</summary>
    public TimeSpan Silence => Stopwatch.GetElapsedTime(Volatile.Read(ref heardAt));

    public static async Task<StormTown> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var url = Server.FreeUrl();
        builder.WebHost.UseUrls(url.ToString());
        var town = new StormTown(builder.Build(), url);
        town.app.MapPost("/slack/{method}", town.HearSlack);
        town.app.MapPost("/teams/v3/conversations", town.BeginThread);
        town.app.MapPost("/teams/v3/conversations/{conversation}/activities", town.HearTeams);
        town.app.MapPut("/teams/v3/conversations/{conversation}/activities/{message}", town.ChangeInTeams);
        town.app.MapGet("/teams/{**rest}", () => new { members = Array.Empty<object>() });
        await town.app.StartAsync();
        return town;
    }

    /// <summary>What comes next at a place: a trigger's modal, a modal's change, a form in a chat.</summary>
    /// <exception cref="TimeoutException">Nothing came for a minute, and nobody waits for it any more.</exception>
    public Task<JsonElement> Sees(string place) =>
        (awaited[place] = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task.WaitAsync(Longest, TimeProvider.System);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<object> HearSlack(string method, HttpRequest request)
    {
        var told = await JsonSerializer.DeserializeAsync<JsonElement>(request.Body);
        if (method == "conversations.open")
            return new { ok = true, channel = new { id = $"D{told.GetProperty("users").GetString()![1..]}" } };
        var place = PlaceKeys.Select(key => told.TryGetProperty(key, out var value) ? value.GetString() : null).OfType<string>().First();
        if (place == StormPeople.SlackDesk)
            Slack.Hear(isChange: method == "chat.update", isReply: told.TryGetProperty("thread_ts", out _));
        Hear(place, told.TryGetProperty("view", out var view) ? view : told);
        return new { ok = true, channel = place, ts = $"1700000000.{Interlocked.Increment(ref last):000000}" };
    }

    private async Task<IResult> BeginThread(HttpRequest request)
    {
        var told = await JsonSerializer.DeserializeAsync<JsonElement>(request.Body);
        var place = told.GetProperty("channelData").GetProperty("channel").GetProperty("id").GetString()!;
        Teams.Hear(isChange: false, isReply: false);
        Hear(place, told);
        var id = Interlocked.Increment(ref last);
        return Results.Json(new { id = $"{place};messageid={id}", activityId = $"{id}" }, statusCode: StatusCodes.Status201Created);
    }

    private async Task<IResult> HearTeams(string conversation, HttpRequest request)
    {
        var told = await JsonSerializer.DeserializeAsync<JsonElement>(request.Body);
        if (IsTheDesks(conversation))
            Teams.Hear(isChange: false, isReply: true);
        Hear(conversation, told);
        return Results.Json(new { id = $"{Interlocked.Increment(ref last)}" }, statusCode: StatusCodes.Status201Created);
    }

    private async Task<object> ChangeInTeams(string conversation, string message, HttpRequest request)
    {
        var told = await JsonSerializer.DeserializeAsync<JsonElement>(request.Body);
        if (IsTheDesks(conversation))
            Teams.Hear(isChange: true, isReply: false);
        Hear(conversation, told);
        return new { id = message };
    }

    private void Hear(string place, JsonElement told)
    {
        Volatile.Write(ref heardAt, Stopwatch.GetTimestamp());
        if (StormPeople.OwnerOf(place) is { } contact)
        {
            Interlocked.Increment(ref said);
            if (StormPeople.NamesAnother(contact, told.GetRawText()))
                Interlocked.Increment(ref strange);
        }
        if (awaited.TryRemove(place, out var waiting))
            waiting.TrySetResult(told);
    }

    private static bool IsTheDesks(string conversation) => conversation.StartsWith(StormPeople.TeamsDesk, StringComparison.Ordinal);

    /// <summary>One of the desk's channels.</summary>
    internal sealed class Channel
    {
        private int posts, changes, replies;

        public void Hear(bool isChange, bool isReply)
        {
            ref var count = ref isChange ? ref changes : ref isReply ? ref replies : ref posts;
            Interlocked.Increment(ref count);
        }

        public override string ToString() => $"{posts} messages, {changes} changes, {replies} replies";
    }
}
