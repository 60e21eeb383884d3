using System.Net.WebSockets;
using System.Text.Json;
using ChatSupport.Bot.Slack.Arriving;
using ChatSupport.Bot.Slack.Client;
using ChatSupport.Bot.Slack.Wire;
using ChatSupport.Bot.Watch;
using ChatSupport.Bot.Wire;
using ChatSupport.Desk.People;

namespace ChatSupport.Bot.Slack.Socket;

/// <summary>
/// Slack over sockets that we open, so that no public address is needed. Two are kept open; one that Slack is about to close is replaced
/// first and listened to until it is closed. What was not taken in is not acknowledged, and comes again on another. While none can be
/// opened nobody in Slack is heard, and the watch says so.
/// </summary>
internal sealed partial class SocketMode(
    SlackSettings settings, SlackClient client, SlackDoor door, DoorWatch watch, TimeProvider time, ILogger<SocketMode> log) : BackgroundService
{
    private const int Sockets = 2;
    private static readonly Delivery.Backoff Recovery = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Sockets).Select(_ => Keep(stoppingToken)));

    private async Task Keep(CancellationToken stop)
    {
        for (var failures = 0; !stop.IsCancellationRequested;)
        {
            try
            {
                var answer = await client.Call("apps.connections.open", new SlackToken("app", settings.AppToken), [], stop);
                if (answer is ApiAnswer.Limited { After: var pause })
                {
                    await Task.Delay(pause.ToTimeSpan(), time, stop);
                    continue;
                }
                var socket = await Connect(answer, stop);
                failures = 0;
                await Listen(socket, stop);
            }
            catch (Exception) when (stop.IsCancellationRequested)
            {
            }
            catch (Exception failure)
            {
                var why = failure is WebSocketException { WebSocketErrorCode: var code } ? code.ToString() : failure.Message;
                LogLost(why);
                watch.Failed(Way.Slack, why, isInward: true);
                await Task.Delay(Recovery.After(++failures, Random.Shared.NextDouble()), time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <exception cref="InvalidOperationException">Slack gave no address; the message is its own word for why.</exception>
    private static async Task<WebSocket> Connect(ApiAnswer answer, CancellationToken stop)
    {
        if (answer is not ApiAnswer.Ok { Json: var json } || !Uri.TryCreate(json.Text("url"), UriKind.Absolute, out var url)
            || !(url.Scheme == Uri.UriSchemeWss || url.IsLoopback))
            throw new InvalidOperationException(answer.Reason);
        var socket = new ClientWebSocket();
        try
        {
            await socket.ConnectAsync(url, stop);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Returns when another socket is to be opened: this one was closed, or soon will be.</summary>
    private async Task Listen(WebSocket socket, CancellationToken stop)
    {
        var line = new SocketLine(socket);
        var replaced = false;
        try
        {
            while (await line.Receive(stop) is { } envelope)
            {
                if (envelope.RootElement.Text("type") == "hello")
                    watch.Worked(Way.Slack, isInward: true);
                if (envelope.RootElement.Text("type") != "disconnect")
                {
                    _ = Take(line, envelope, stop);
                    continue;
                }
                var reason = envelope.RootElement.Text("reason") ?? "";
                envelope.Dispose();
                LogReplaced(reason);
                replaced = true;
                _ = Drain(line, stop);
                return;
            }
        }
        finally
        {
            if (!replaced)
                line.Dispose();
        }
    }

    /// <summary>What still comes over a socket that Slack is about to close.</summary>
    private async Task Drain(SocketLine line, CancellationToken stop)
    {
        try
        {
            while (await line.Receive(stop) is { } envelope)
                _ = Take(line, envelope, stop);
        }
        catch (Exception closed) when (closed is WebSocketException or OperationCanceledException)
        {
            // It was about to be closed, and is.
        }
        finally
        {
            line.Dispose();
        }
    }

    private async Task Take(SocketLine line, JsonDocument envelope, CancellationToken stop)
    {
        using (envelope)
        {
            if (envelope.RootElement.Text("envelope_id") is not { } id)
                return;
            try
            {
                var answer = await Take(envelope.RootElement.Text("type"), envelope.RootElement.At("payload") ?? default, stop);
                if (answer.Status == StatusCodes.Status200OK && !await line.Acknowledge(id, envelope.RootElement.Truth("accepts_response_payload") ? answer.Body : null, stop))
                    LogUnacknowledged();
            }
            catch (Exception failure)
            {
                LogFailed(failure);
            }
        }
    }

    private Task<SlackAnswer> Take(string? type, JsonElement payload, CancellationToken stop) => type switch
    {
        "events_api" => door.Event(payload, stop),
        "interactive" => door.Interact(payload, stop),
        "slash_commands" when SlashCommand.Read(field => payload.Text(field)) is { } command => door.Command(command, stop),
        _ => Task.FromResult(SlackAnswer.Taken),
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "A socket to Slack was lost or not opened ({Why}); another is opened shortly.")]
    private partial void LogLost(string why);

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack closes a socket ({Reason}); another takes its place.")]
    private partial void LogReplaced(string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "A socket to Slack was closed before what came over it could be acknowledged; it comes again, and is known.")]
    private partial void LogUnacknowledged();

    [LoggerMessage(Level = LogLevel.Error, Message = "What Slack delivered over a socket could not be taken in; it comes again.")]
    private partial void LogFailed(Exception failure);
}
