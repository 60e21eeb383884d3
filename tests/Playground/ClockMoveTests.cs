using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Playground;

public sealed class ClockMoveTests
{
    [Theory]
    [InlineData(400, "not json", "Envoyez-en un")]
    [InlineData(400, "[]", "Envoyez-en un")]
    [InlineData(422, "{}", "soit « advance »")]
    [InlineData(422, """{"advance":"PT1H","to":"2026-12-25T00:00Z"}""", "soit « advance »")]
    [InlineData(422, """{"advance":"1 hour"}""", "n’est pas une durée")]
    [InlineData(422, """{"advance":"P1M"}""", "n’est pas une durée")]
    [InlineData(422, """{"advance":"P2000000000D"}""", "n’est pas une durée")]
    [InlineData(422, """{"advance":"P99999999999999D"}""", "n’est pas une durée")]
    [InlineData(422, """{"advance":60}""", "soit « advance »")]
    [InlineData(422, """{"to":"2026-12-24"}""", "n’est pas un instant")]
    [InlineData(422, """{"to":"9999-12-31T00:00:00Z"}""", "n’est pas un instant")]
    [InlineData(409, """{"to":"2026-12-24T17:29:59+01:00"}""", "ne recule jamais")]
    [InlineData(409, """{"advance":"PT-1H"}""", "ne recule jamais")]
    public async Task What_cannot_be_followed_is_refused_with_a_sentence_and_the_clock_stays(int status, string body, string said)
    {
        await using var desk = await RunningDesk.At("2026-12-24T17:30:00+01:00");
        var answer = await desk.Asks(HttpMethod.Post, "/demo/clock", body);

        Assert.Equal((status, "application/problem+json"), (answer.Status, answer.Type));
        Assert.Contains(said, answer.Problem.Errors?.Values.SelectMany(errors => errors).First() ?? answer.Problem.Detail, StringComparison.Ordinal);
        Assert.Equal(DateTimeOffset.Parse("2026-12-24T17:30:00+01:00"), (await desk.Clock()).Now);
    }

    [Theory]
    [InlineData("""{"advance":"PT1H"}""", "2026-12-24T18:30:00+01:00")]
    [InlineData("""{"advance":"P1DT2H30M"}""", "2026-12-25T20:00:00+01:00")]
    [InlineData("""{"advance":"P1W"}""", "2026-12-31T17:30:00+01:00")]
    [InlineData("""{"advance":"PT0.5S"}""", "2026-12-24T17:30:00.5+01:00")]
    [InlineData("""{"advance":"PT0S"}""", "2026-12-24T17:30:00+01:00")]
    [InlineData("""{"to":"2026-12-24T16:30:01Z"}""", "2026-12-24T17:30:01+01:00")]
    [InlineData("""{"to":"2027-07-14T08:00"}""", "2027-07-14T08:00:00+02:00")]
    public async Task It_moves_by_a_duration_or_to_an_instant(string body, string arrives)
    {
        await using var desk = await RunningDesk.At("2026-12-24T17:30:00+01:00");
        Assert.Equal($$"""{"now":"{{arrives}}","nextDue":null}""", (await desk.Asks(HttpMethod.Post, "/demo/clock", body)).Text);
    }

    [Fact]
    public async Task A_day_is_24_hours_even_when_the_clocks_change()
    {
        await using var desk = await RunningDesk.At("2027-03-27T12:00:00+01:00");
        await desk.ItIsLaterBy("P1D");
        Assert.Equal(DateTimeOffset.Parse("2027-03-28T13:00:00+02:00"), (await desk.Clock()).Now);
    }

    [Fact]
    public async Task A_form_is_answered_with_the_page_that_it_stood_on()
    {
        await using var desk = await RunningDesk.At("2026-12-24T17:30:00+01:00");
        var answer = await desk.Asks(HttpMethod.Post, "/demo/clock?lang=en", "advance=PT1H", ("Content-Type", "application/x-www-form-urlencoded"));
        Assert.Equal((303, "/?lang=en"), (answer.Status, answer.Headers["Location"]));
        Assert.Equal(DateTimeOffset.Parse("2026-12-24T18:30:00+01:00"), (await desk.Clock()).Now);
    }

    [Fact]
    public async Task A_body_whose_type_nobody_said_is_read_as_what_it_is()
    {
        await using var desk = await RunningDesk.At("2026-12-24T17:30:00+01:00");
        var answer = await desk.Asks(HttpMethod.Post, "/demo/clock", """{"advance":"PT1H"}""", ("Content-Type", "application/x-www-form-urlencoded"));
        Assert.Equal(200, answer.Status);
    }
}
