using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Api;

/// <summary><c>Idempotency-Key</c> and <c>If-Match</c>.</summary>
public sealed class RepeatedRequestTests(AtTen running) : IClassFixture<AtTen>
{
    private readonly RunningDesk desk = running.Desk;

    [Fact]
    public async Task The_same_request_twice_is_answered_the_same_and_done_once()
    {
        var body = SampleDeclaration.Of("paul.renard");
        var first = await desk.Post("/api/tickets", body, headers: ("Idempotency-Key", "declare-1"));
        var second = await desk.Post("/api/tickets", body, headers: ("Idempotency-Key", "declare-1"));
        Assert.Equal((201, first.Text, first.Headers.Location), (second.Status, second.Text, second.Headers.Location));

        var path = $"/api/tickets/{first["reference"]}/comment";
        var comment = await desk.Post(path, new { by = "paul.renard", comment = "Du nouveau." }, headers: ("Idempotency-Key", "comment-1"));
        await desk.Post(path, new { by = "paul.renard", comment = "Encore." });
        Assert.Equal(comment.Text, (await desk.Post(path, new { by = "paul.renard", comment = "Du nouveau." }, headers: ("Idempotency-Key", "comment-1"))).Text);
        Assert.Equal("3", (await desk.Get($"/api/tickets/{first["reference"]}"))["version"]);
    }

    [Fact]
    public async Task Another_body_or_path_under_the_same_key_is_422()
    {
        var first = await desk.Post("/api/tickets", SampleDeclaration.Of("paul.renard"), headers: ("Idempotency-Key", "reused"));
        (await desk.Post("/api/tickets", SampleDeclaration.Of("paul.renard", ("title", "Autre chose")), headers: ("Idempotency-Key", "reused"))).Problem(422);
        (await desk.Post($"/api/tickets/{first["reference"]}/confirm", SampleDeclaration.Of("paul.renard", ("by", "paul.renard")), headers: ("Idempotency-Key", "reused"))).Problem(422);
    }

    [Fact]
    public async Task A_refusal_is_repeated_too()
    {
        var path = $"/api/tickets/{(await desk.Declares("paul.renard")).Reference}";
        var first = await desk.Post($"{path}/resolve", new { by = "nadia.benali", fix = "production" }, headers: ("Idempotency-Key", "resolve-1"));
        await desk.Post($"{path}/acknowledge", new { by = "nadia.benali" });
        var second = await desk.Post($"{path}/resolve", new { by = "nadia.benali", fix = "production" }, headers: ("Idempotency-Key", "resolve-1"));
        Assert.Equal((409, first.Problem(409)), (second.Status, second.Problem(409)));
    }

    [Theory]
    [InlineData("\"1\"", 200)]
    [InlineData("1", 200)]
    [InlineData("W/\"1\"", 200)]
    [InlineData("*", 200)]
    [InlineData("\"2\"", 409)]
    [InlineData("\"0\"", 409)]
    [InlineData("\"one\"", 400)]
    [InlineData("\"-1\"", 400)]
    [InlineData("\"99999999999\"", 400)]
    [InlineData("\"1\", \"2\"", 400)]
    public async Task If_Match_holds_a_change_to_the_version_that_was_seen(string ifMatch, int status)
    {
        var ticket = await desk.Declares("paul.renard");
        var reply = await desk.Post($"/api/tickets/{ticket.Reference}/acknowledge", new { by = "nadia.benali" }, headers: ("If-Match", ifMatch));
        Assert.Equal(status, reply.Status);
        Assert.Equal(status == 200 ? 2 : 1, (await desk.Sees(ticket)).Version);
        if (status != 200)
            reply.Problem(status);
    }

    [Fact]
    public async Task The_etag_of_an_answer_is_what_If_Match_takes()
    {
        var ticket = await desk.Declares("paul.renard");
        var read = await desk.Get($"/api/tickets/{ticket.Reference}");
        var acted = await desk.Post($"/api/tickets/{ticket.Reference}/acknowledge", new { by = "nadia.benali" }, headers: ("If-Match", read.Headers.ETag!.ToString()));
        var late = await desk.Post($"/api/tickets/{ticket.Reference}/comment", new { by = "tom.lefevre", comment = "Vu." }, headers: [("If-Match", read.Headers.ETag.ToString()), ("Accept-Language", "en")]);
        Assert.Equal(200, acted.Status);
        Assert.Contains("you have version 1, it is now 2", late.Problem(409));
    }
}
