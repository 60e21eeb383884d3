using System.Net;
using System.Text.RegularExpressions;
using ChatSupport.Bot.Portal.SignIn;
using ChatSupport.Desk.People;
using ChatSupport.Tests.Driver;
using Microsoft.Extensions.DependencyInjection;

namespace ChatSupport.Tests.Portal;

/// <summary>Somebody at a browser without scripts: it keeps cookies, follows no redirect unasked, and posts forms as the pages have them.</summary>
public sealed partial class PortalVisitor : IDisposable
{
    private readonly HttpClient http;

    public PortalVisitor(RunningDesk desk) => http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Cookies })
    {
        BaseAddress = desk.Http.BaseAddress,
        DefaultRequestHeaders = { { "Accept-Language", "fr" } },
    };

    public CookieContainer Cookies { get; } = new();

    /// <summary>A one-time link for a person of the directory, as their mail has it.</summary>
    public static async Task<string> LinkFor(RunningDesk desk, string person)
    {
        var directory = desk.Services.GetRequiredService<LiveDirectory>().Current;
        return $"/portal/sign-in/{(await desk.Services.GetRequiredService<SignInLinks>().Issue(directory.Person(person)!)).Text}";
    }

    public static async Task<PortalVisitor> SignedIn(RunningDesk desk, string person)
    {
        var visitor = new PortalVisitor(desk);
        var link = await LinkFor(desk, person);
        Assert.Equal("/portal", (await visitor.Sends(link, link)).Headers.Location?.ToString());
        return visitor;
    }

    public Task<HttpResponseMessage> Gets(string path) => http.GetAsync(path);

    public async Task<string> Sees(string path, HttpStatusCode status = HttpStatusCode.OK) => await Text(await Gets(path), status);

    /// <summary>Fills in the form that posts to <paramref name="action"/> on a page, and sends it.</summary>
    public async Task<HttpResponseMessage> Sends(string page, string action, params (string Name, string Value)[] fields) =>
        await Posts(action, [.. HiddenIn(FormOf(await Sees(page), action)).Where(hidden => fields.All(field => field.Name != hidden.Name)), .. fields]);

    public Task<HttpResponseMessage> Posts(string action, params (string Name, string Value)[] fields) =>
        http.PostAsync(action, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    /// <summary>Sends a ticket's message with files, each a name and a content.</summary>
    public Task<HttpResponseMessage> Attaches(string ticket, string words, params (string Name, byte[] Content)[] files) =>
        Attaches(ticket, words, delivery: null, files);

    /// <param name="delivery">The name under which it is sent; the page's own when null.</param>
    public async Task<HttpResponseMessage> Attaches(string ticket, string words, string? delivery, params (string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in HiddenIn(FormOf(await Sees(ticket), ticket, "compose")))
            form.Add(new StringContent(name == "delivery" ? delivery ?? value : value), name);
        form.Add(new StringContent(words), "comment");
        foreach (var (name, content) in files)
            form.Add(new ByteArrayContent(content), "files", name);
        // A refusal can be read before the files are on their way.
        return await http.SendAsync(new HttpRequestMessage(HttpMethod.Post, ticket) { Content = form, Headers = { ExpectContinue = true } });
    }

    /// <summary>Listens as an open page does.</summary>
    public async Task<LiveEvents> Listens() => new(new System.IO.StreamReader(await http.GetStreamAsync("/portal/live")));

    public static async Task<string> Text(HttpResponseMessage response, HttpStatusCode status = HttpStatusCode.OK)
    {
        // Accents are written as entities; what HTML would act on stays as it came.
        var text = Accent.Replace(await response.Content.ReadAsStringAsync(), match => WebUtility.HtmlDecode(match.Value)).Replace('\u00A0', ' ');
        Assert.True(response.StatusCode == status, $"{(int)response.StatusCode} instead of {(int)status}: {response.Headers.Location} {text}");
        return text;
    }

    public static string FormOf(string html, string action, string id = "") =>
        Form.Matches(html).Select(match => match.Value).First(form => form.Contains($"action=\"{action}\"") && form.Contains(id));

    public static (string Name, string Value)[] HiddenIn(string form) =>
        [.. Hidden.Matches(form).Select(match => (match.Groups["name"].Value, WebUtility.HtmlDecode(match.Groups["value"].Value)))];

    public void Dispose() => http.Dispose();

    [GeneratedRegex("&#x(?:[89A-F][0-9A-F]|[0-9A-F]{3,6});", RegexOptions.None, 1000)]
    private static partial Regex Accent { get; }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form { get; }

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hidden { get; }
}
