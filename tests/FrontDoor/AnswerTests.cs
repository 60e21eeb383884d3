using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.FrontDoor;

public sealed class AnswerTests
{
    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/healthz")]
    [InlineData("GET", "/readyz")]
    [InlineData("GET", "/metrics")]
    [InlineData("GET", "/openapi/v1.json")]
    [InlineData("GET", "/demo/clock")]
    [InlineData("GET", "/api/tickets")]
    [InlineData("GET", "/api/tickets/INC-999999")]
    [InlineData("POST", "/api/tickets")]
    [InlineData("DELETE", "/demo/clock")]
    [InlineData("GET", "/nowhere")]
    [InlineData("GET", "/", "Host", "evil.example")]
    [InlineData("GET", "/api/tickets", "Authorization", "Bearer wrong")]
    public async Task Every_answer_carries_the_same_headers(string method, string path, string header = "X-Nothing", string value = "")
    {
        await using var desk = await RunningDesk.At("2026-12-24T17:30:00+01:00");
        if (header == "Authorization")
            desk.Http.DefaultRequestHeaders.Authorization = null;
        var answer = await desk.Asks(new HttpMethod(method), path, method == "POST" ? "{}" : null, (header, value));
        Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
        Assert.Equal("no-referrer", answer.Headers["Referrer-Policy"]);
        Assert.Contains("default-src 'self'", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal("same-origin", answer.Headers["Cross-Origin-Opener-Policy"]);
        Assert.Equal("same-origin", answer.Headers["Cross-Origin-Resource-Policy"]);
        Assert.Contains("camera=()", answer.Headers["Permissions-Policy"], StringComparison.Ordinal);
        Assert.False(answer.Headers.ContainsKey("Server"));
        Assert.False(answer.Headers.ContainsKey("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Where_it_is_reached_by_TLS_browsers_are_told_to_come_by_no_other_way()
    {
        await using var desk = await RealDesk.Start("--Public:BaseUrl=https://desk.example");
        Assert.Equal("max-age=31536000", (await desk.Asks(HttpMethod.Get, "/healthz")).Headers["Strict-Transport-Security"]);
    }

    [Theory]
    [InlineData("GET", "/nowhere", 404, "Il n’y a rien à cette adresse")]
    [InlineData("GET", "/api/elsewhere", 404, "Il n’y a rien à cette adresse")]
    [InlineData("DELETE", "/demo/clock", 405, "n’accepte pas cette méthode")]
    [InlineData("PUT", "/healthz", 405, "n’accepte pas cette méthode")]
    public async Task What_is_not_there_is_told_as_problem_details(string method, string path, int status, string said)
    {
        await using var desk = await RunningDesk.At("2026-12-24T17:30:00+01:00");
        var answer = await desk.Asks(new HttpMethod(method), path);
        Assert.Equal((status, "application/problem+json", status), (answer.Status, answer.Type, answer.Problem.Status));
        Assert.Contains(said, answer.Problem.Detail, StringComparison.Ordinal);
        if (status == 405)
            Assert.Contains("GET", answer.Headers["Allow"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/as/paul.renard")]
    [InlineData("/demo/outbox/1")]
    [InlineData("/demo/clock")]
    [InlineData("/demo/outbox")]
    [InlineData("/demo/stream")]
    [InlineData("/api/tickets")]
    public async Task Outside_the_demo_its_paths_and_those_of_a_closed_door_are_not_there(string path)
    {
        await using var desk = await RealDesk.Start();
        var answer = await desk.Asks(HttpMethod.Get, path);
        Assert.Equal((404, "application/problem+json"), (answer.Status, answer.Type));
        Assert.Contains("There is nothing at this address", answer.Problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_above_the_limit_is_refused_with_a_sentence()
    {
        await using var desk = await RunningDesk.At("2026-12-24T17:30:00+01:00");
        var answer = await desk.Asks(HttpMethod.Post, "/demo/clock", new string(' ', 1024 * 1024 + 1));
        Assert.Equal((413, "application/problem+json"), (answer.Status, answer.Type));
        Assert.Contains("trop volumineuse", answer.Problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_defect_shows_a_number_and_nothing_from_inside()
    {
        await using var desk = await RunningDesk.At("2026-12-24T17:30:00+01:00", "--Logging:LogLevel:Default=None");
        var ticket = await desk.Declares("paul.renard");
        await desk.Damages(ticket);

        var answer = await desk.Asks(HttpMethod.Get, $"/api/tickets/{ticket.Reference}", null, ("Accept-Language", "en"));
        Assert.Equal((500, "application/problem+json"), (answer.Status, answer.Type));
        Assert.StartsWith("Something failed on our side", answer.Problem.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" at ChatSupport", answer.Text, StringComparison.Ordinal);
    }
}
