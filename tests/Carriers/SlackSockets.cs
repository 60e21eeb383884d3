using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace ChatSupport.Tests.Carriers;

/// <summary>Slack's end of Socket Mode: real sockets, each delivery to one of them, and its acknowledgement.</summary>
internal sealed class SlackSockets
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Channel<WebSocket> opened = Channel.CreateUnbounded<WebSocket>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonElement>> waiting = new();
    private int envelopes;

    public async Task Accept(HttpContext http)
    {
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        await Send(socket, new JsonObject { ["type"] = "hello", ["num_connections"] = 1 });
        await opened.Writer.WriteAsync(socket);
        var buffer = new byte[64 * 1024];
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory(), http.RequestAborted) is { MessageType: WebSocketMessageType.Text } part)
            {
                var ack = JsonSerializer.Deserialize<JsonElement>(buffer.AsSpan(0, part.Count));
                waiting[ack.GetProperty("envelope_id").GetString()!].TrySetResult(ack);
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // The product has let go.
        }
    }

    /// <summary>The next socket that the product opens.</summary>
    public async Task<WebSocket> Opened() => await opened.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    /// <summary>Delivers over a socket, and returns the acknowledgement.</summary>
    public async Task<JsonElement> Delivers(WebSocket socket, string type, JsonObject payload)
    {
        var id = $"envelope-{Interlocked.Increment(ref envelopes)}";
        waiting[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await Send(socket, new JsonObject { ["envelope_id"] = id, ["type"] = type, ["accepts_response_payload"] = type != "events_api", ["payload"] = payload });
        return await waiting[id].Task.WaitAsync(Patience);
    }

    public static Task Refresh(WebSocket socket) => Send(socket, new JsonObject { ["type"] = "disconnect", ["reason"] = "refresh_requested" });

    private static Task Send(WebSocket socket, JsonObject message) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
}
