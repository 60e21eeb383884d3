using System.Text.Json.Nodes;
using ChatSupport.Tests.Carriers;
using ChatSupport.Tests.Driver;
using static ChatSupport.Tests.Teams.TeamsStory;

namespace ChatSupport.Tests.Teams;

/// <summary>Who may deliver activities: whoever brings a token that the Bot Framework issued for this bot, this address and this channel.</summary>
public sealed class TokenTests
{
    public static TheoryData<string, int> BadTokens => new()
    {
        { "another audience", 401 }, { "another issuer", 401 }, { "expired six minutes ago", 401 }, { "not valid for six minutes yet", 401 }, { "without an end", 401 },
        { "signed by nobody", 401 }, { "signed by a stranger under a known name", 401 }, { "signed by an unknown key", 401 }, { "signed with the public key as a password", 401 },
        { "signed with another algorithm", 401 }, { "changed after it was signed", 401 }, { "no token at all", 401 }, { "another scheme", 401 },
        { "asking to be understood in a way of its own", 401 }, { "not valid before a day without a name", 401 }, { "in two parts", 401 }, { "not even written", 401 },
        { "vouching for another address", 403 }, { "vouching for none", 403 }, { "of a key that may not speak for Teams", 403 },
    };

    [Theory]
    [MemberData(nameof(BadTokens))]
    public async Task A_bad_token_is_refused_and_nothing_else_happens(string token, int status)
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        var activity = story.Hand.Activity(Claire, "message");
        activity["text"] = "mes tickets";

        var answered = await story.Hand.Sends(activity, Authorization(story, token));

        Assert.Equal(status, answered.Status);
        await story.IsOver();
        Assert.Equal(0, story.Azure.TokenFetches);
    }

    [Theory]
    [InlineData("exp", -240)]
    [InlineData("nbf", 240)]
    public async Task Five_minutes_between_two_clocks_are_forgiven(string claim, int seconds)
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        story.Hand.Signing = claims =>
        {
            claims[claim] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + seconds;
            return story.Azure.Key.Sign(claims);
        };

        Assert.Equal(200, (await story.Hand.Writes(Claire, "aide")).Status);
    }

    /// <summary>Microsoft's own SDK takes these as well.</summary>
    [Theory]
    [InlineData("jti", 4242)]
    [InlineData("aud", new[] { "22222222-2222-4222-8222-222222222222", AzureCarrier.AppId })]
    public async Task What_is_written_in_another_way_is_still_a_token(string claim, object value)
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        story.Hand.Signing = claims =>
        {
            claims[claim] = value;
            return story.Azure.Key.Sign(claims);
        };

        Assert.Equal(200, (await story.Hand.Writes(Claire, "aide")).Status);
    }

    [Fact]
    public async Task A_new_key_is_found_and_the_old_one_is_over()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        Assert.Equal(200, (await story.Hand.Writes(Claire, "aide")).Status);
        var before = story.Azure.Key;
        story.Azure.Rotates();

        Assert.Equal(200, (await story.Hand.Writes(Claire, "aide")).Status);
        Assert.Equal(2, story.Azure.KeyFetches);
        story.Hand.Signing = claims => before.Sign(claims);
        Assert.Equal(401, (await story.Hand.Writes(Claire, "aide")).Status);
    }

    [Fact]
    public async Task Unknown_keys_do_not_make_us_ask_for_keys_each_time()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        story.Hand.Signing = claims => story.Azure.Key.Sign(claims, kid: Guid.NewGuid().ToString());

        for (var attempt = 0; attempt < 20; attempt++)
            Assert.Equal(401, (await story.Hand.Writes(Claire, "aide")).Status);

        Assert.InRange(story.Azure.KeyFetches, 1, 4);
    }

    [Fact]
    public async Task While_the_keys_cannot_be_had_nobody_is_called_an_impostor()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        story.Azure.IsDown = true;
        story.Hand.Signing = claims => story.Azure.Key.Sign(claims);
        Assert.Equal(503, (await story.Hand.Writes(Claire, "aide")).Status);
        story.Azure.IsDown = false;
        Assert.Equal(200, (await story.Hand.Writes(Claire, "aide")).Status);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net.evil.example/emea/")]
    [InlineData("https://evil.example/smba.trafficmanager.net/")]
    [InlineData("http://169.254.169.254/latest/")]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("not an address")]
    public async Task An_address_that_a_token_vouches_for_is_still_not_trusted_unless_it_is_on_the_list(string serviceUrl)
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        var activity = story.Hand.Activity(Claire, "message");
        activity["text"] = "mes tickets";
        activity["serviceUrl"] = serviceUrl;

        Assert.Equal(403, (await story.Hand.Sends(activity)).Status);
        Assert.Equal(0, story.Azure.TokenFetches);
    }

    [Fact]
    public async Task What_is_no_activity_is_refused_and_a_door_that_is_off_is_none()
    {
        await using var story = await At("2026-11-23T10:00:00+01:00");
        Assert.Equal(400, (await story.Hand.Sends(new JsonObject { ["serviceUrl"] = story.Connector.ServiceUrl })).Status);
        await using var real = await RealDesk.Start();
        Assert.Equal(404, (await real.Asks(HttpMethod.Post, "/api/messages")).Status);
    }

    private static string Authorization(TeamsStory story, string token)
    {
        var key = story.Azure.Key;
        var claims = TeamsHand.Claims(story.Connector.ServiceUrl);
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        switch (token)
        {
            case "no token at all":
                return "";
            case "another scheme":
                return "Basic " + key.Sign(claims);
            case "in two parts":
                return "Bearer " + key.Sign(claims)[..key.Sign(claims).LastIndexOf('.')];
            case "not even written":
                return "Bearer !.?.*";
            case "asking to be understood in a way of its own":
                return "Bearer " + key.Sign(claims, critical: "exp");
            case "signed by nobody":
                return "Bearer " + key.Sign(claims, algorithm: "none");
            case "signed by a stranger under a known name":
                return "Bearer " + new AzureKey("k-x", []).Sign(claims, kid: key.Kid);
            case "signed by an unknown key":
                return "Bearer " + new AzureKey("k-x", ["msteams"]).Sign(claims);
            case "signed with the public key as a password":
                return "Bearer " + key.Sign(claims, algorithm: "HS256");
            case "signed with another algorithm":
                return "Bearer " + key.Sign(claims, algorithm: "RS512");
            case "of a key that may not speak for Teams":
                return "Bearer " + story.Azure.KeyOfAnotherChannel.Sign(claims);
            case "changed after it was signed":
                var parts = key.Sign(claims).Split('.');
                claims["exp"] = now + 99_999;
                return $"Bearer {parts[0]}.{key.Sign(claims).Split('.')[1]}.{parts[2]}";
        }
        var (claim, value) = token switch
        {
            "another audience" => ("aud", (object)"22222222-2222-4222-8222-222222222222"),
            "another issuer" => ("iss", "https://sts.windows.net/9c1d2e3f-0000-4000-8000-00000000de5c/"),
            "expired six minutes ago" => ("exp", now - 360),
            "not valid for six minutes yet" => ("nbf", now + 360),
            "vouching for another address" => ("serviceurl", "https://evil.example/"),
            "not valid before a day without a name" => ("nbf", "tomorrow"),
            "without an end" => ("exp", null!),
            _ => ("serviceurl", null!),
        };
        claims[claim] = value;
        if (value is null)
            claims.Remove(claim);
        return "Bearer " + key.Sign(claims);
    }
}
