using System.Buffers.Text;
using System.Net.Sockets;
using System.Text;

namespace ChatSupport.Bench.Doors;

/// <summary>
/// One connection with one request on its way at a time. It knows as much of HTTP/1.1 as a load needs, so that little of the machine is
/// spent on asking.
/// </summary>
internal sealed class Line : IDisposable
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] buffer = new byte[256 * 1024];

    public static async Task<Line> To(Uri server)
    {
        var line = new Line();
        await line.socket.ConnectAsync(server.Host, server.Port);
        return line;
    }

    /// <returns>The status of the answer, all of which has arrived.</returns>
    public async ValueTask<int> Ask(ReadOnlyMemory<byte> request)
    {
        await socket.SendAsync(request);
        var (read, end) = (0, -1);
        while (end < 0 || read < end)
        {
            var more = await socket.ReceiveAsync(buffer.AsMemory(read));
            if (more == 0)
                throw new SocketException((int)SocketError.ConnectionReset);
            read += more;
            end = EndOf(buffer.AsSpan(0, read));
        }
        return Utf8Parser.TryParse(buffer.AsSpan(9, 3), out int status, out _) ? status : throw new FormatException();
    }

    public void Dispose() => socket.Dispose();

    /// <returns>How long the answer is; negative while that is not known.</returns>
    private static int EndOf(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
            return -1;
        if (HeaderOf(answer[..head], "\r\ncontent-length: ") is { IsEmpty: false } length)
            return Utf8Parser.TryParse(length, out int body, out _) ? head + 4 + body : throw new FormatException();
        if (HeaderOf(answer[..head], "\r\ntransfer-encoding: ").IsEmpty)
            return head + 4;
        return answer.EndsWith("0\r\n\r\n"u8) ? answer.Length : -1;
    }

    private static ReadOnlySpan<byte> HeaderOf(ReadOnlySpan<byte> head, string name)
    {
        for (var at = head.IndexOf((byte)'\r'); at >= 0 && at + name.Length < head.Length;)
        {
            if (Ascii.EqualsIgnoreCase(head.Slice(at, name.Length), name))
                return head[(at + name.Length)..];
            var next = head[(at + 1)..].IndexOf((byte)'\r');
            at = next < 0 ? -1 : at + 1 + next;
        }
        return [];
    }
}
