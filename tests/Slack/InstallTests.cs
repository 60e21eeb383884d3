using System.Net;
using System.Text.Json.Nodes;
using ChatSupport.Tests.Carriers;
using Microsoft.Data.Sqlite;

namespace ChatSupport.Tests.Slack;

public sealed class InstallTests
{
    private static readonly string[] Installable = ["--Slack:ClientId=12.34", "--Slack:ClientSecret=shh", "--Public:BaseUrl=https://desk.example.com"];

    [Fact, Trait("Store", "embedded")]
    public async Task A_workspace_installs_the_app_and_is_spoken_to_by_its_own_token()
    {
        await using var story = await SlackStory.At(SlackStory.Monday, Installable);
        Assert.Equal(HttpStatusCode.OK, (await Installs(story, "T0MERIDIEN", "xoxb-meridien")).StatusCode);
        await story.Desk.Declares("paul.renard");
        Assert.Equal("xoxb-meridien", (await story.Slack.Posts(SlackStory.MeridienChannel)).Token);
        Assert.Equal(SlackCarrier.Token, (await story.Slack.Posts(SlackStory.DeskChannel)).Token);
        Assert.DoesNotContain("xoxb-meridien", await Stored(story));
        await story.IsOver();
    }

    [Fact]
    public async Task Slack_is_asked_for_what_the_manifest_names_and_sends_people_back_here()
    {
        await using var story = await SlackStory.At(SlackStory.Monday, Installable);
        var there = (await Begin(story)).To;
        Assert.Equal(new Uri(new Uri(story.Slack.ApiUrl), "/oauth/v2/authorize").AbsolutePath, there.AbsolutePath);
        var query = System.Web.HttpUtility.ParseQueryString(there.Query);
        Assert.Equal(("12.34", "https://desk.example.com/slack/oauth"), (query["client_id"], query["redirect_uri"]));
        Assert.Contains("chat:write", query["scope"]!.Split(','));
    }

    [Fact]
    public async Task A_state_that_another_browser_got_installs_nothing()
    {
        await using var story = await SlackStory.At(SlackStory.Monday, Installable);
        var (mine, others) = (await Begin(story), await Begin(story));
        Assert.Equal(HttpStatusCode.BadRequest, (await Finish(story, "code", others.State, mine.Cookie)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Finish(story, "code", mine.State, "")).StatusCode);
        await story.IsOver();
    }

    [Fact]
    public async Task A_workspace_that_the_directory_does_not_name_does_not_stay()
    {
        await using var story = await SlackStory.At(SlackStory.Monday, Installable);
        Assert.Equal(HttpStatusCode.Forbidden, (await Installs(story, "T0FOREIGN", "xoxb-foreign")).StatusCode);
        Assert.Equal("xoxb-foreign", (await story.Slack.Sees("auth.revoke")).Token);
        await story.IsOver();
    }

    [Fact]
    public async Task A_whole_organisation_is_asked_to_install_it_in_the_workspace_that_is_meant()
    {
        await using var story = await SlackStory.At(SlackStory.Monday, Installable);
        story.Slack.Town.Scopes["xoxb-org"] = [];
        story.Slack.Installing = _ => new JsonObject
        {
            ["ok"] = true,
            ["access_token"] = "xoxb-org",
            ["is_enterprise_install"] = true,
            ["team"] = null,
            ["enterprise"] = new JsonObject { ["id"] = "E0MERIDIEN" },
        };
        var (_, state, cookie) = await Begin(story);
        var answer = await Finish(story, "code-1", state, cookie);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("espace de travail par espace de travail", await Words(answer));
        await story.Slack.Sees("oauth.v2.access");
        Assert.Equal("xoxb-org", (await story.Slack.Sees("auth.revoke")).Token);
        await story.IsOver();
    }

    [Theory]
    [InlineData("""{"type":"app_uninstalled"}""")]
    [InlineData("""{"type":"tokens_revoked","tokens":{"oauth":[],"bot":["U0SUPPORTBOT"]}}""")]
    public async Task Whoever_removes_the_app_is_forgotten(string what)
    {
        await using var story = await SlackStory.At(SlackStory.Monday, Installable);
        await Installs(story, "T0MERIDIEN", "xoxb-meridien");
        await story.Hand.Tells(JsonNode.Parse(what)!.AsObject(), "T0MERIDIEN");
        await story.Desk.Declares("paul.renard");
        Assert.Equal(SlackCarrier.Token, (await story.Slack.Posts(SlackStory.MeridienChannel)).Token);
        await story.Slack.Posts(SlackStory.DeskChannel);
        await story.IsOver();
    }

    [Fact]
    public async Task A_token_that_soon_expires_is_renewed_once_and_the_new_one_used()
    {
        await using var story = await SlackStory.At(SlackStory.Monday, Installable);
        await Installs(story, "T0MERIDIEN", "xoxe.xoxb-old", expiresIn: 60);
        story.Slack.Town.Scopes["xoxe.xoxb-new"] = story.Slack.Town.Scopes[SlackCarrier.Token];
        story.Slack.Installing = form => form["grant_type"] == "refresh_token" && form["refresh_token"] == "xoxe-1"
            ? new JsonObject { ["ok"] = true, ["access_token"] = "xoxe.xoxb-new", ["refresh_token"] = "xoxe-2", ["expires_in"] = 43200 }
            : SlackTown.Error("invalid_refresh_token");
        await story.Desk.Declares("paul.renard");
        Assert.Equal("xoxe.xoxb-new", (await story.Slack.Posts(SlackStory.MeridienChannel)).Token);
        await story.Slack.Posts(SlackStory.DeskChannel);
        await story.Slack.Sees("oauth.v2.access");
        await story.IsOver();
    }

    private static Task<string> Words(HttpResponseMessage response) => response.Content.ReadAsStringAsync();

    private static async Task<HttpResponseMessage> Installs(SlackStory story, string team, string token, int? expiresIn = null)
    {
        story.Slack.Town.Scopes[token] = story.Slack.Town.Scopes[SlackCarrier.Token];
        story.Slack.Installing = form => new JsonObject
        {
            ["ok"] = form["code"] == "code-1" && form["client_secret"] == "shh",
            ["access_token"] = token,
            ["refresh_token"] = expiresIn is null ? null : "xoxe-1",
            ["expires_in"] = expiresIn,
            ["bot_user_id"] = "U0SUPPORTBOT",
            ["team"] = new JsonObject { ["id"] = team, ["name"] = team },
        };
        var (_, state, cookie) = await Begin(story);
        var response = await Finish(story, "code-1", state, cookie);
        await story.Slack.Sees("oauth.v2.access");
        return response;
    }

    private static async Task<(Uri To, string State, string Cookie)> Begin(SlackStory story)
    {
        var response = await NewBrowser(story).GetAsync("/slack/install");
        var to = response.Headers.Location!;
        return (to, System.Web.HttpUtility.ParseQueryString(to.Query)["state"]!, response.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
    }

    private static async Task<HttpResponseMessage> Finish(SlackStory story, string code, string state, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/slack/oauth?code={code}&state={state}");
        if (cookie.Length > 0)
            request.Headers.Add("Cookie", cookie);
        return await NewBrowser(story).SendAsync(request);
    }

    private static HttpClient NewBrowser(SlackStory story) =>
        new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = story.Desk.Http.BaseAddress };

    private static async Task<string> Stored(SlackStory story)
    {
        await using var connection = new SqliteConnection($"Data Source={System.IO.Path.Combine(story.Desk.Folder, "desk.db")};Pooling=False;Mode=ReadOnly");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT token FROM slack_installations";
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
