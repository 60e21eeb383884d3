using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Playground;

public sealed class DemoGuardTests
{
    [Theory]
    [InlineData("localhost", 200)]
    [InlineData("LOCALHOST:4242", 200)]
    [InlineData("127.0.0.1", 200)]
    [InlineData("[::1]:80", 200)]
    [InlineData("evil.example", 403)]
    [InlineData("localhost.evil.example", 403)]
    [InlineData("192.168.1.10:3978", 403)]
    [InlineData("0.0.0.0", 403)]
    public async Task Only_names_of_this_machine_are_answered(string host, int status)
    {
        await using var desk = await RunningDesk.At("2026-12-24T17:30:00+01:00");
        foreach (var path in new[] { "/", "/healthz", "/api/tickets", "/demo/clock", "/nowhere" })
        {
            var answer = await desk.Asks(HttpMethod.Get, path, null, ("Host", host));
            Assert.Equal(status == 403, answer.Status == 403);
            if (status == 403)
                Assert.Contains("cette machine", answer.Problem.Detail, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("self", 200)]
    [InlineData("http://evil.example", 403)]
    [InlineData("http://localhost:1", 403)]
    [InlineData("https://127.0.0.1:1", 403)]
    [InlineData("null", 403)]
    [InlineData("nonsense", 403)]
    public async Task Another_page_cannot_move_the_clock(string origin, int status)
    {
        await using var desk = await RunningDesk.At("2026-12-24T17:30:00+01:00");
        var sent = origin == "self" ? $"http://localhost:{desk.Http.BaseAddress!.Port}" : origin;
        var answer = await desk.Asks(HttpMethod.Post, "/demo/clock", """{"advance":"PT1H"}""", ("Origin", sent));
        Assert.Equal(status, answer.Status);
        if (status == 403)
            Assert.Contains("Origin", answer.Problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_its_own_page_has_no_origin_and_is_told_by_the_browser()
    {
        await using var desk = await RunningDesk.At("2026-12-24T17:30:00+01:00");
        var answer = await desk.Asks(
            HttpMethod.Post, "/demo/clock", """{"advance":"PT1H"}""", ("Origin", "null"), ("Sec-Fetch-Site", "same-origin"));
        Assert.Equal(200, answer.Status);
    }
}
