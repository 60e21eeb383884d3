using System.Diagnostics;
using System.IO;
using System.Net.Sockets;
using System.Text;
using ChatSupport.Tests.Delivery;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Limits;

/// <summary>Slow-loris: many who begin a request and never end it.</summary>
public sealed class SlowRequestTests : IAsyncLifetime
{
    private const int Many = 150;

    private static readonly string[] Beginnings =
    [
        "GET /api/tickets HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ",
        "POST /api/tickets HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer key-of-the-desk\r\nContent-Length: 400000\r\n\r\n{",
        "POST /portal/sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 400000\r\n\r\na",
    ];

    private RunningDesk desk = null!;

    public async ValueTask InitializeAsync() => desk = await RunningDesk.At("2026-11-24T10:12:00+01:00");

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task Whoever_drips_is_sent_away_and_everybody_else_is_served_meanwhile()
    {
        var slow = await Task.WhenAll(Beginnings.SelectMany(beginning => Enumerable.Repeat(beginning, Many)).Select(Begin));

        var asked = Stopwatch.GetTimestamp();
        await desk.Declares("paul.renard");
        Assert.InRange(Stopwatch.GetElapsedTime(asked), TimeSpan.Zero, TimeSpan.FromSeconds(5));

        foreach (var line in await Task.WhenAll(slow.Select(Last)).InTime())
            Assert.True(line is null || line.StartsWith("HTTP/1.1 408", StringComparison.Ordinal), line);
        Assert.Equal(200, (await desk.Shows("/readyz")).Status);
        foreach (var one in slow)
            one.Dispose();
    }

    private async Task<TcpClient> Begin(string beginning)
    {
        var socket = new TcpClient();
        await socket.ConnectAsync(desk.Http.BaseAddress!.Host, desk.Http.BaseAddress.Port);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(beginning));
        return socket;
    }

    /// <summary>The status line that ends it; null when the connection is closed without a word.</summary>
    private static async Task<string?> Last(TcpClient socket)
    {
        try
        {
            using var reader = new StreamReader(socket.GetStream(), leaveOpen: true);
            return await reader.ReadLineAsync();
        }
        catch (IOException)
        {
            return null;
        }
    }
}
