using System.IO;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using ChatSupport.Bot.Slack.Client;
using ChatSupport.Bot.Slack.Install;
using ChatSupport.Bot.Slack.Wire;
using ChatSupport.Bot.Wire;
using ChatSupport.Desk.Notices;

namespace ChatSupport.Bot.Slack.Files;

/// <summary>Files as Slack hands them out: only to whoever brings the token, and the token goes to nobody but Slack.</summary>
internal sealed class SlackFiles(HttpClient http, SlackClient client, Installations installations, SlackSettings settings)
{
    private static readonly string[] Hosts = [".slack.com", ".slack-edge.com", ".slack-files.com"];

    /// <returns>The content, to be disposed of; or what stands between us and it.</returns>
    public async Task<(Stream? Content, Sending? Failure)> Open(string team, SharedFile file, CancellationToken stop)
    {
        if (await installations.TokenFor(team, stop) is not { } token)
            return (null, new Sending.Refused("not-installed"));
        var url = file.Url;
        if (url is null)
        {
            var answer = await client.Call("files.info", token, new JsonObject { ["file"] = file.Id }, stop);
            if (answer is not ApiAnswer.Ok { Json: var json })
                return (null, answer.ToSending());
            url = json.Text("file", "url_private_download") ?? json.Text("file", "url_private");
        }
        return Uri.TryCreate(url, UriKind.Absolute, out var address) && IsSlack(address)
            ? await Open(address, token, stop)
            : (null, new Sending.Refused("not-a-slack-file"));
    }

    private async Task<(Stream? Content, Sending? Failure)> Open(Uri address, SlackToken token, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Secret);
        try
        {
            var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            if (Objection(response) is not { } objection)
                return (await response.Content.ReadAsStreamAsync(stop), null);
            response.Dispose();
            return (null, objection);
        }
        catch (HttpRequestException failure)
        {
            return (null, new Sending.Retry(failure.HttpRequestError.ToString()));
        }
    }

    /// <summary>Without the right to a file Slack answers with the page that asks to sign in.</summary>
    private static Sending? Objection(HttpResponseMessage response) => response switch
    {
        { IsSuccessStatusCode: false } => (int)response.StatusCode is 429 or >= 500
            ? new Sending.Retry($"http-{(int)response.StatusCode}")
            : new Sending.Refused($"http-{(int)response.StatusCode}"),
        { Content.Headers.ContentType.MediaType: "text/html" } => new Sending.Refused("no-access"),
        _ => null,
    };

    private bool IsSlack(Uri address) =>
        (address.Host == settings.ApiUrl.Host && address.Port == settings.ApiUrl.Port && SlackSettings.IsSafe(address))
        || (address.Scheme == Uri.UriSchemeHttps && Hosts.Any(host => address.Host.EndsWith(host, StringComparison.OrdinalIgnoreCase)));
}
