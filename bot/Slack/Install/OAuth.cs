using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ChatSupport.Bot.Configuration;
using ChatSupport.Bot.Language;
using ChatSupport.Bot.Slack.Client;
using ChatSupport.Bot.Wire;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;

namespace ChatSupport.Bot.Slack.Install;

/// <summary>
/// The installation in a further workspace, by its own administrator: to Slack with a state that this browser alone carries back, and
/// home with a code that becomes a token. Only workspaces that the directory names may stay.
/// </summary>
internal sealed class OAuth(
    SlackSettings settings, BotSettings bot, Installations installations, SlackClient client, LiveDirectory directory)
{
    private const string Cookie = "slack-install";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public IResult Begin(HttpContext http)
    {
        var state = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        http.Response.Cookies.Append(Cookie, state, new CookieOptions
        {
            HttpOnly = true,
            // A proxy may end TLS before us.
            Secure = Home.Scheme == Uri.UriSchemeHttps,
            SameSite = SameSiteMode.Lax,
            Path = "/slack",
            MaxAge = Patience,
            IsEssential = true,
        });
        var authorize = new Uri(settings.ApiUrl, "../oauth/v2/authorize");
        return Results.Redirect(authorize.ToString() + QueryString.Create(new Dictionary<string, string?>
        {
            ["client_id"] = settings.App!.ClientId,
            ["scope"] = string.Join(',', Manifest.BotScopes()),
            ["redirect_uri"] = Home.ToString(),
            ["state"] = state,
        }));
    }

    public async Task<IResult> Finish(HttpContext http, string? code, string? state, CancellationToken stop)
    {
        var carried = http.Request.Cookies[Cookie];
        http.Response.Cookies.Delete(Cookie, new CookieOptions { Path = "/slack" });
        if (code is null || state is null || carried is null || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(state), Encoding.UTF8.GetBytes(carried)))
            return Page(http, "NotInstalled", StatusCodes.Status400BadRequest);

        var exchange = new JsonObject
        {
            ["client_id"] = settings.App!.ClientId,
            ["client_secret"] = settings.App.ClientSecret,
            ["code"] = code,
            ["redirect_uri"] = Home.ToString(),
        };
        if (await client.Call("oauth.v2.access", new SlackToken("app", null), exchange, stop) is not ApiAnswer.Ok { Json: var answer }
            || answer.Text("access_token") is not { } token)
            return Page(http, "NotInstalled", StatusCodes.Status502BadGateway);
        // One token for a whole Enterprise Grid would open workspaces that have nothing to do with the desk.
        if (answer.Text("team", "id") is not { } team || answer.Truth("is_enterprise_install"))
            return await GiveBack(http, token, "WholeOrganisation", stop);
        if (!IsKnown(team, directory.Current))
            return await GiveBack(http, token, "WorkspaceUnknown", stop);
        await installations.Keep(answer, team);
        return Page(http, "Installed", StatusCodes.Status200OK);
    }

    private async Task<IResult> GiveBack(HttpContext http, string token, string why, CancellationToken stop)
    {
        await client.Call("auth.revoke", new SlackToken("app", token), [], stop);
        return Page(http, why, StatusCodes.Status403Forbidden);
    }

    public static bool IsKnown(string team, Directory directory) =>
        directory.Places.Slack?.Workspace == team || directory.Clients.Any(client => client.Slack?.Workspaces.Contains(team) == true);

    private Uri Home => new(bot.BaseUrl!, "/slack/oauth");

    private static IResult Page(HttpContext http, string entry, int status)
    {
        var tongue = Api.ApiCall.AcceptedTongue(http) ?? Tongue.French;
        return Results.Text(BotText.Say($"Slack.{entry}").In(tongue), "text/plain; charset=utf-8", Encoding.UTF8, status);
    }
}
