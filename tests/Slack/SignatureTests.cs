using System.Net;
using System.Text;
using ChatSupport.Bot.Slack.Wire;
using NodaTime;

namespace ChatSupport.Tests.Slack;

public sealed class SignatureTests
{
    /// <summary>The example in Slack's own documentation.</summary>
    private const string Body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
    private const string Signed = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    private const long At = 1531420618;
    private static readonly Signature Slacks = new("8f742231b10e8888abcd99yyyzzz85a5");

    [Theory]
    [InlineData(0, true)]
    [InlineData(300, true)]
    [InlineData(-300, true)]
    [InlineData(301, false)]
    [InlineData(-301, false)] // A timestamp of the future is as suspect as one of the past.
    public void Slacks_own_example_holds_for_five_minutes_either_way(long later, bool holds) =>
        Assert.Equal(holds, IsOf(Body, "1531420618", Signed, later));

    [Theory]
    [InlineData("1531420618", "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b504")]
    [InlineData("1531420618", "v0=A2114D57")]
    [InlineData("1531420618", "v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("1531420618", "v0=zz114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("1531420618", "")]
    [InlineData("1531420618", null)]
    [InlineData("1531420619", Signed)]
    [InlineData(" 1531420618", Signed)]
    [InlineData("1531420618.0", Signed)]
    [InlineData("99999999999999999999", Signed)]
    [InlineData("", Signed)]
    [InlineData(null, Signed)]
    public void Anything_else_does_not_hold(string? timestamp, string? signature) => Assert.False(IsOf(Body, timestamp, signature));

    [Fact]
    public void Not_one_byte_of_the_body_may_differ() => Assert.False(IsOf(Body + " ", "1531420618", Signed));

    [Theory]
    [InlineData("/slack/events", """{"type":"url_verification","challenge":"c"}""")]
    [InlineData("/slack/interactions", "payload=%7B%7D")]
    [InlineData("/slack/commands", "command=%2Fincident")]
    public async Task A_forged_or_a_stale_request_gets_401_and_nothing_happens(string path, string body)
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        Assert.Equal(HttpStatusCode.Unauthorized, (await story.Hand.Post(path, body, secret: "guessed")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await story.Hand.Post(path, body, at: now - 310)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await story.Hand.Post(path, body, at: now + 310)).Status);
        Assert.Equal(HttpStatusCode.OK, (await story.Hand.Post(path, body)).Status);
        await story.IsOver();
    }

    [Fact]
    public async Task The_challenge_comes_back()
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        var answer = await story.Hand.Post("/slack/events", """{"token":"t","challenge":"3eZbrw1a","type":"url_verification"}""", "application/json");
        Assert.Equal("3eZbrw1a", answer.Json.GetProperty("challenge").GetString());
    }

    [Theory]
    [InlineData("/slack/events", "{", HttpStatusCode.BadRequest)]
    [InlineData("/slack/events", "[]", HttpStatusCode.OK)]
    [InlineData("/slack/events", """{"type":"event_callback","event_id":"E","team_id":"T","event":{"type":"message","channel":{"id":7}}}""", HttpStatusCode.OK)]
    [InlineData("/slack/interactions", "payload=nothing", HttpStatusCode.BadRequest)]
    [InlineData("/slack/interactions", "", HttpStatusCode.OK)]
    [InlineData("/slack/interactions", """payload={"type":"view_submission","user":{"id":"U","team_id":"T"},"view":{"id":"V","private_metadata":"{"}}""", HttpStatusCode.OK)]
    [InlineData("/slack/commands", "%%%=&&", HttpStatusCode.OK)]
    public async Task What_makes_no_sense_is_answered_and_does_no_harm(string path, string body, HttpStatusCode expected)
    {
        await using var story = await SlackStory.At(SlackStory.Monday);
        Assert.Equal(expected, (await story.Hand.Post(path, body)).Status);
    }

    private static bool IsOf(string body, string? timestamp, string? signature, long later = 0) =>
        Slacks.IsOf(Encoding.UTF8.GetBytes(body), timestamp, signature, Instant.FromUnixTimeSeconds(At + later));
}
