using System.Text.Json.Nodes;
using ChatSupport.Bot.Slack.Client;
using ChatSupport.Bot.Slack.Install;
using ChatSupport.Bot.Slack.Wire;

namespace ChatSupport.Bot.Slack.Arriving;

/// <summary>
/// Opens and changes views while the request that asked for it waits: a trigger lives three seconds. However slow Slack is, the request is
/// answered; nothing that must last depends on a view.
/// </summary>
internal sealed class Views(SlackClient client, Installations installations, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    /// <summary>Opens a view, on top of the modal that the trigger came from if it did.</summary>
    /// <returns>Whether Slack took it.</returns>
    public Task<bool> Open(Interaction from, JsonObject view, CancellationToken stop) =>
        Open(from.Team, from.Trigger, view, stop, isOnTop: from is Interaction.Click { View.IsModal: true });

    public Task<bool> Open(string team, string? trigger, JsonObject view, CancellationToken stop, bool isOnTop = false) => trigger is null
        ? Task.FromResult(false)
        : Call(isOnTop ? "views.push" : "views.open", team, new JsonObject { ["trigger_id"] = trigger, ["view"] = view }, stop);

    /// <summary>Changes a view, unless it has changed since.</summary>
    public Task Change(string team, OpenView before, JsonObject view, CancellationToken stop)
    {
        var arguments = new JsonObject { ["view_id"] = before.Id, ["view"] = view };
        if (before.Hash is { } hash)
            arguments["hash"] = hash;
        return Call("views.update", team, arguments, stop);
    }

    /// <returns>Whether Slack took it.</returns>
    public Task<bool> Publish(string team, string user, JsonObject home, CancellationToken stop) =>
        Call("views.publish", team, new JsonObject { ["user_id"] = user, ["view"] = home }, stop);

    private async Task<bool> Call(string method, string team, JsonObject arguments, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        try
        {
            return await installations.TokenFor(team, either.Token) is { } token && await client.Call(method, token, arguments, either.Token) is ApiAnswer.Ok;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            // Slack may show it yet; the person asks again if it does not.
            return false;
        }
    }
}
