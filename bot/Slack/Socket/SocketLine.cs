using System.IO;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatSupport.Bot.Slack.Socket;

/// <summary>One socket: envelopes come in, acknowledgements go out, one at a time.</summary>
internal sealed class SocketLine(WebSocket socket) : IDisposable
{
    private const int MostBytes = 4 * 1024 * 1024;

    private readonly SemaphoreSlim sending = new(1, 1);
    private readonly byte[] buffer = new byte[16 * 1024];

    /// <returns>Null when the socket was closed.</returns>
    public async Task<JsonDocument?> Receive(CancellationToken stop)
    {
        using var message = new MemoryStream();
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(), stop);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            message.Write(buffer, 0, part.Count);
            if (message.Length > MostBytes)
                throw new WebSocketException(WebSocketError.HeaderError, "a message without end");
        }
        while (!part.EndOfMessage);
        return JsonDocument.Parse(message.ToArray());
    }

    /// <returns>False when the socket has been closed meanwhile.</returns>
    public async Task<bool> Acknowledge(string envelope, JsonObject? payload, CancellationToken stop)
    {
        var answer = new JsonObject { ["envelope_id"] = envelope };
        if (payload is not null)
            answer["payload"] = payload;
        await sending.WaitAsync(stop);
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(answer.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, stop);
            return true;
        }
        catch (Exception closed) when (closed is WebSocketException or ObjectDisposedException or InvalidOperationException)
        {
            return false;
        }
        finally
        {
            sending.Release();
        }
    }

    /// <summary>What is still being acknowledged finds the socket closed; the semaphore holds nothing that has to be given back.</summary>
    public void Dispose() => socket.Dispose();
}
