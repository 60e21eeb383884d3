using System.Globalization;
using System.IO;
using System.Net.Sockets;
using System.Text;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Api;

/// <summary>Requests that no well-behaved client would send, written to the socket byte for byte.</summary>
public sealed class RawRequestTests(AtTen running) : IClassFixture<AtTen>, IAsyncLifetime
{
    private readonly RunningDesk desk = running.Desk;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await desk.Declares("paul.renard");

    [Theory]
    [InlineData("/api/tickets/..%2F..%2Fetc%2Fpasswd")]
    [InlineData("/api/tickets/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/api/tickets/../../etc/passwd")]
    [InlineData("/api/tickets/INC-000001%00")]
    [InlineData("/api/tickets/INC-000001%00.json")]
    [InlineData("/api/tickets/INC-000001%0d%0aX-Injected:%201")]
    [InlineData("/api/tickets/INC-000001;jsessionid=1")]
    [InlineData("/api/tickets/INC-000001%2Ftimeline")]
    [InlineData("/api/tickets/INC-000001%252Ftimeline")]
    [InlineData("/api/tickets/INC-000001%20")]
    [InlineData("/api/tickets/INC-000001%5C")]
    [InlineData("/api/tickets/%F0%9F%92%A9")]
    [InlineData("/api/tickets/%FF%FE")]
    [InlineData("/api/tickets/%u0049NC-000001")]
    [InlineData("/api/tickets/%")]
    [InlineData("/api/tickets/%ZZ")]
    [InlineData("/api/tickets/%E2%80%AEINC-000001")]
    [InlineData("/api/tickets/'%20OR%20'1'='1")]
    [InlineData("/api/tickets/INC-000001'--")]
    [InlineData("/api/tickets/<script>alert(1)</script>")]
    [InlineData("/api/tickets/{reference}")]
    [InlineData("/api/tickets/*")]
    [InlineData("/api/tickets//INC-000001")]
    [InlineData("//api/tickets")]
    [InlineData("/api/../api/tickets/nothing")]
    [InlineData("/api/tickets/INC-1")]
    [InlineData("/api/tickets/INC-0000001")]
    [InlineData("/api/tickets/-1")]
    [InlineData("/api/tickets/99999999999999999999")]
    [InlineData("/api/tickets/null")]
    public async Task No_trick_in_a_path_finds_or_breaks_anything(string path) => Assert.Contains(await Sends("GET", path), new[] { 400, 404 });

    [Fact]
    public async Task A_reference_as_long_as_a_book_is_404_or_too_long() =>
        Assert.Contains(await Sends("GET", $"/api/tickets/{new string('9', 7_000)}"), new[] { 404, 414 });

    [Theory]
    [InlineData("status=%00")]
    [InlineData("status=Open&status=Closed")]
    [InlineData("status=Open,Closed")]
    [InlineData("status=0")]
    [InlineData("client=%FF")]
    [InlineData("kind=')%20OR%201=1--")]
    [InlineData("cursor=1-1-1")]
    [InlineData("%00=%00")]
    [InlineData("&&&===&")]
    [InlineData("status[]=Open")]
    public async Task No_query_breaks_a_list(string query) => Assert.Contains(await Sends("GET", $"/api/tickets?{query}"), new[] { 200, 400, 422 });

    [Theory]
    [InlineData("X-Long", 40_000, 431)]
    [InlineData("Accept-Language", 20_000, 404)]
    [InlineData("Idempotency-Key", 20_000, 404)]
    [InlineData("If-Match", 20_000, 400)]
    public async Task A_header_as_long_as_a_book_is_answered(string name, int length, int status) => Assert.Equal(
        status, await Sends("GET", "/api/tickets/INC-999999", Key, $"{name}: {new string('a', length)}"));

    [Fact]
    public async Task A_key_as_long_as_a_book_is_no_key() =>
        Assert.Equal(401, await Sends("GET", "/api/tickets", $"Authorization: Bearer {new string('a', 30_000)}"));

    [Theory]
    [InlineData("Authorization: Bearer")]
    [InlineData("Authorization: bearer ")]
    [InlineData("Authorization: Basic a2V5LW9mLXRoZS1kZXNr")]
    [InlineData("Authorization: Bearer key-of-the-desk, Bearer other")]
    [InlineData("Authorization: Bearer \u00e9\u00e8")]
    [InlineData("X-Authorization: Bearer key-of-the-desk")]
    public async Task Only_the_whole_key_opens(string header) => Assert.Contains(await Sends("GET", "/api/tickets", header), new[] { 400, 401 });

    [Theory]
    [InlineData("GET\r\n\r\n")]
    [InlineData("GET /api/tickets\r\n\r\n")]
    [InlineData("GET /api/tickets HTTP/9.9\r\n\r\n")]
    [InlineData("G\0T /api/tickets HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("GET /api/tickets HTTP/1.1\r\n\r\n")]
    [InlineData("GET /api/tickets HTTP/1.1\r\nHost: x\r\nBad Header\r\n\r\n")]
    [InlineData("POST /api/tickets HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer key-of-the-desk\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("POST /api/tickets HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer key-of-the-desk\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n{}")]
    [InlineData("POST /api/tickets HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer key-of-the-desk\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n{}\r\n0\r\n\r\n")]
    [InlineData("POST /api/tickets HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer key-of-the-desk\r\nTransfer-Encoding: gzip\r\n\r\n")]
    public async Task What_is_hardly_HTTP_is_a_bad_request(string request)
    {
        var status = await Sends(request);
        Assert.True(status is null or >= 400 and < 500 or 505, $"{status}");
    }

    [Fact]
    public async Task A_chunked_body_is_a_body() => Assert.Equal(422, await Sends(
        $"POST /api/tickets HTTP/1.1\r\nHost: 127.0.0.1\r\n{Key}\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{{}}\r\n0\r\n\r\n"));

    private const string Key = $"Authorization: Bearer {RunningDesk.Key}";

    private async Task<int> Sends(string method, string path, params string[] headers) => (await Sends(
        $"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n{string.Concat((headers.Length == 0 ? [Key] : headers).Select(header => $"{header}\r\n"))}\r\n"))!.Value;

    /// <returns>The status; null when the connection was closed without a word.</returns>
    private async Task<int?> Sends(string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(desk.Http.BaseAddress!.Host, desk.Http.BaseAddress.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var line = await reader.ReadLineAsync();
        return line is null ? null : int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture);
    }
}
