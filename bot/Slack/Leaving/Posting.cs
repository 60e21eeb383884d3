using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using ChatSupport.Bot.Following;
using ChatSupport.Bot.Slack.Client;
using ChatSupport.Bot.Slack.Install;
using ChatSupport.Bot.Slack.Kit;
using ChatSupport.Bot.Wire;

namespace ChatSupport.Bot.Slack.Leaving;

/// <summary>Posts messages in channels and to people, through the workspace's own token.</summary>
internal sealed class Posting(SlackClient client, Installations installations)
{
    private readonly ConcurrentDictionary<(string Team, string User), string> direct = new();

    /// <summary>Posts in a channel, or to a person: <c>@</c> and their user id.</summary>
    /// <param name="under">The message under which it stands.</param>
    /// <param name="loudly">Though it stands under another, it is shown in the channel as well.</param>
    /// <returns>Where it stands, when it does.</returns>
    public async Task<(ApiAnswer Answer, Spot? At)> Post(string team, string to, SlackMessage message, CancellationToken stop, string? under = null, bool loudly = false)
    {
        var channel = to;
        if (to.StartsWith('@'))
        {
            var opened = await Open(team, to[1..], stop);
            if (opened.Channel is null)
                return (opened.Answer, null);
            channel = opened.Channel;
        }
        var arguments = message.To(channel);
        if (under is not null)
            arguments["thread_ts"] = under;
        if (loudly)
            arguments["reply_broadcast"] = true;
        var answer = await Call("chat.postMessage", team, arguments, stop);
        var at = answer is ApiAnswer.Ok { Json: var json } && json.Text("ts") is { } ts ? new Spot(json.Text("channel") ?? channel, ts) : null;
        return (answer, at);
    }

    /// <summary>Shows something to one person in a channel, for their eyes alone; it is kept nowhere.</summary>
    public Task<ApiAnswer> Whisper(string team, string channel, string user, SlackMessage message, CancellationToken stop, string? under = null)
    {
        var arguments = message.To(channel);
        arguments["user"] = user;
        if (under is not null)
            arguments["thread_ts"] = under;
        return Call("chat.postEphemeral", team, arguments, stop);
    }

    public Task<ApiAnswer> Change(string team, string channel, string ts, SlackMessage message, CancellationToken stop)
    {
        var arguments = message.To(channel);
        arguments["ts"] = ts;
        return Call("chat.update", team, arguments, stop);
    }

    private async Task<(ApiAnswer Answer, string? Channel)> Open(string team, string user, CancellationToken stop)
    {
        if (direct.TryGetValue((team, user), out var known))
            return (new ApiAnswer.Ok(default), known);
        var answer = await Call("conversations.open", team, new JsonObject { ["users"] = user }, stop);
        var channel = answer is ApiAnswer.Ok { Json: var json } ? json.Text("channel", "id") : null;
        if (channel is not null)
            direct[(team, user)] = channel;
        return (answer is ApiAnswer.Ok && channel is null ? new ApiAnswer.Lost("no-conversation") : answer, channel);
    }

    private async Task<ApiAnswer> Call(string method, string team, JsonObject arguments, CancellationToken stop) =>
        await installations.TokenFor(team, stop) is { } token ? await client.Call(method, token, arguments, stop) : new ApiAnswer.Failed("not_installed");
}
