using System.Globalization;
using System.Net;
using ChatSupport.Tests.Driver;
using ChatSupport.Tests.Portal;

namespace ChatSupport.Tests.Limits;

public sealed class BudgetTests
{
    private const string Clock = "2026-11-24T10:12:00+01:00";

    [Fact]
    public async Task A_client_s_key_that_asks_too_often_hears_when_to_come_back()
    {
        await using var desk = await RunningDesk.At(Clock, "--Limits:PerKey=10");

        var answer = await Until429(() => Asks(desk, RunningDesk.ClientKey), atMost: 60);

        Assert.InRange(int.Parse(answer.Headers["Retry-After"], CultureInfo.InvariantCulture), 1, 60);
        Assert.Equal((429, "application/problem+json"), (answer.Problem.Status, answer.Type));
        Assert.Contains("then send the same one again; nothing was done with this one", answer.Problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_s_own_systems_are_never_held_back()
    {
        await using var desk = await RunningDesk.At(Clock, "--Limits:PerKey=10", "--Limits:PerAddress=10", "--Limits:PerPerson=10");
        for (var n = 0; n < 100; n++)
            Assert.Equal(200, (await Asks(desk, RunningDesk.Key)).Status);
    }

    [Fact]
    public async Task Guessing_keys_ends_in_a_wait_and_holds_up_nobody_who_has_one()
    {
        await using var desk = await RunningDesk.At(Clock, "--Limits:PerAddress=10");
        Assert.Equal(401, (await Asks(desk, "guess")).Status);

        await Until429(() => Asks(desk, "guess"), atMost: 60);

        Assert.Equal(200, (await Asks(desk, RunningDesk.ClientKey)).Status);
        Assert.Equal(200, (await desk.Shows("/readyz")).Status);
        Assert.Equal(200, (await desk.Shows("/healthz")).Status);
    }

    [Fact]
    public async Task A_visitor_s_budget_is_their_own()
    {
        await using var desk = await RunningDesk.At(Clock, "--Limits:PerPerson=30");
        using var claire = await PortalVisitor.SignedIn(desk, "claire.morel");
        using var yanis = await PortalVisitor.SignedIn(desk, "yanis.haddad");

        HttpResponseMessage answer;
        var asked = 0;
        do
            answer = await claire.Gets("/portal/tickets");
        while (answer.StatusCode == HttpStatusCode.OK && ++asked < 200);

        Assert.Contains("Attendez", await PortalVisitor.Text(answer, HttpStatusCode.TooManyRequests), StringComparison.Ordinal);
        Assert.NotNull(answer.Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.OK, (await yanis.Gets("/portal/tickets")).StatusCode);
    }

    [Fact]
    public async Task A_forged_cookie_makes_nobody_and_spends_the_forger_s_budget()
    {
        await using var desk = await RunningDesk.At(Clock, "--Limits:PerAddress=10");
        await Until429(() => desk.Asks(HttpMethod.Get, "/portal/tickets", null, ("Cookie", "portal=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")), atMost: 60);
    }

    [Fact]
    public async Task By_default_a_company_behind_one_address_gets_through_on_its_worst_day()
    {
        await using var desk = await RunningDesk.At(Clock);
        var answers = await Task.WhenAll(Enumerable.Range(0, 2_000).Select(_ => desk.Shows("/portal/sign-in")));
        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
    }

    private static Task<AnswerSeen> Asks(RunningDesk desk, string key)
    {
        desk.Http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return desk.Shows("/api/tickets", "en");
    }

    private static async Task<AnswerSeen> Until429(Func<Task<AnswerSeen>> ask, int atMost)
    {
        for (var asked = 0; asked < atMost; asked++)
            if (await ask() is { Status: 429 } answer)
                return answer;
        Assert.Fail("It was never too much.");
        throw new InvalidOperationException();
    }
}
