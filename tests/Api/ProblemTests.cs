using ChatSupport.Bot.FrontDoor;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Storage;
using ChatSupport.Tests.Driver;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatSupport.Tests.Api;

/// <summary>Every no is a problem (RFC 9457) whose detail a person can act on, in their language.</summary>
public sealed class ProblemTests(AtTen running) : IClassFixture<AtTen>
{
    private readonly RunningDesk desk = running.Desk;

    [Theory]
    [InlineData("")]
    [InlineData("wrong")]
    [InlineData(RunningDesk.Key + "x")]
    public async Task Without_a_key_of_the_desk_nothing_is_told(string key)
    {
        foreach (var path in new[] { "/api/tickets", "/api/tickets/INC-000001", "/api/tickets/nothing/here" })
        {
            var reply = await desk.Get(path, key);
            reply.Problem(401);
            Assert.Equal("Bearer", reply.Headers.WwwAuthenticate.Single().Scheme);
        }
        (await desk.Post("/api/tickets", SampleDeclaration.Of("paul.renard"), key)).Problem(401);
    }

    [Theory]
    [InlineData("GET", "/api/tickets/INC-999999", 404)]
    [InlineData("GET", "/api/tickets/INC-999999/timeline", 404)]
    [InlineData("GET", "/api/tickets/INC-999999/nowhere", 404)]
    [InlineData("POST", "/api/tickets/INC-999999/explode", 404)]
    [InlineData("DELETE", "/api/tickets", 405)]
    [InlineData("PUT", "/api/tickets/INC-000001", 405)]
    [InlineData("PATCH", "/api/tickets/INC-000001", 405)]
    [InlineData("GET", "/api/tickets/INC-000001/acknowledge", 405)]
    [InlineData("BREW", "/api/tickets", 405)]
    public async Task What_is_not_there_is_said_as_a_problem(string method, string path, int status) =>
        (await desk.Send(new HttpMethod(method), path, null, RunningDesk.Key)).Problem(status);

    [Fact]
    public async Task A_wrong_method_says_which_one_is_right() =>
        Assert.Contains("POST", (await desk.Get("/api/tickets/INC-000001/acknowledge")).Problem(405));

    [Fact]
    public async Task Invalid_answers_are_listed_by_key()
    {
        var reply = await desk.Post("/api/tickets", SampleDeclaration.Of("paul.renard", ("title", "No"), ("service", "quantum"), ("tenantId", null), ("tytle", "x")), headers: ("Accept-Language", "en-US"));
        Assert.Equal("Some answers are missing or cannot be used; each one says what to write.", reply.Problem(422));
        Assert.Equal("Write at least 5 characters; there are 2.", reply.Problem(422, "title"));
        Assert.Contains("“tytle”. Did you mean “title”?", reply.Problem(422, "tytle"));
        Assert.StartsWith("“Tenant", reply.Problem(422, "tenantId"));
        Assert.Contains("Compute (Nova), ", reply.Problem(422, "service"));
        Assert.EndsWith(" or Other.", reply.Problem(422, "service"));
    }

    [Fact]
    public async Task The_detail_is_the_sentence_that_the_person_would_be_told()
    {
        var ticket = await desk.Declares("paul.renard");
        await desk.Does(ticket, "acknowledge", "nadia.benali");
        var path = $"/api/tickets/{ticket.Reference}/acknowledge";
        Assert.Equal(
            $"{ticket.Reference} was already taken by Nadia Benali on Monday 30 November 2026 at 10:00. Add a comment, or ask them to hand it over.",
            (await desk.Post(path, new { by = "tom.lefevre" })).Problem(409));
        Assert.Contains("a déjà été pris par Nadia Benali le lundi 30 novembre 2026 à 10:00", (await desk.Post(path, new { by = "sylvie.roux" })).Problem(409));
    }

    [Theory]
    [InlineData("en", "There is no ticket")]
    [InlineData("en-GB,fr;q=0.5", "There is no ticket")]
    [InlineData("de, fr;q=0.8, en;q=0.3", "Aucun ticket")]
    [InlineData("en;q=0.1, fr", "Aucun ticket")]
    [InlineData("de", "Aucun ticket")]
    [InlineData("*", "Aucun ticket")]
    [InlineData(";;q=,,", "Aucun ticket")]
    public async Task Accept_Language_chooses_the_language(string accepted, string begins) =>
        Assert.StartsWith(begins, (await desk.Get("/api/tickets/INC-999999", headers: ("Accept-Language", accepted))).Problem(404));

    [Fact]
    public async Task A_store_that_cannot_write_is_503_and_worth_a_retry()
    {
        var unavailable = new StoreUnavailableException(DeskText.Say("Storage.Busy"), worthARetry: true, new InvalidOperationException());
        var frontDoor = new Failures(_ => throw unavailable, NullLogger<Failures>.Instance);
        var http = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        await frontDoor.InvokeAsync(http);
        Assert.Equal((503, "5"), (http.Response.StatusCode, http.Response.Headers.RetryAfter.ToString()));
    }
}
