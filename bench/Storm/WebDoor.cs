using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ChatSupport.Desk.Storage;
using NodaTime;

namespace ChatSupport.Bench.Storm;

/// <summary>People at the portal, each with a session of their own: they open the form, send it with what the page hid in it, and are led to their ticket.</summary>
internal sealed partial class WebDoor(IReadOnlyList<StormDesk> desks, HttpClient http, string startedAt) : StormDoor(desks, http)
{
    /// <summary>Which of the doors it is: every fourth contact comes here.</summary>
    public const int Place = 2;

    private const string Form = "/portal/declare";

    private readonly ConcurrentDictionary<int, Dictionary<string, string>> cookies = new();
    private readonly ConcurrentDictionary<int, string> forms = new();

    public override string Name => "web";

    public override IReadOnlyList<Step> Steps => [new("form", Opens), new("declared", Declares)];

    /// <summary>A link for each, as their mail has it. The store is nobody else's meanwhile.</summary>
    public static async Task Invite(string connection, IEnumerable<int> contacts)
    {
        await using var store = await Store.Open(connection);
        var end = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()) + Duration.FromHours(1);
        await Task.WhenAll(contacts.Select(contact => store.Write(async session =>
        {
            await session.AddLink(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Secret(contact)))), StormPeople.Contact(contact), end);
            return true;
        })));
    }

    public override async Task Comes(int contact)
    {
        var link = $"/portal/sign-in/{Secret(contact)}";
        cookies[contact] = [];
        await Post(contact, link, HiddenIn(await Get(contact, link), link));
    }

    private async Task<string> Opens(int contact) => forms[contact] = await Get(contact, Form);

    private async Task<string> Declares(int contact)
    {
        var answers = StormPeople.Answers.Append(new("startedAt", startedAt)).Append(new("tenantId", StormPeople.Tenant(contact)));
        var hidden = HiddenIn(forms[contact], Form);
        var ticket = await Post(contact, Form, [.. hidden.Where(one => !one.Key.StartsWith("answer.", StringComparison.Ordinal)), .. answers.Select(answer => KeyValuePair.Create($"answer.{answer.Key}", answer.Value))]);
        return ticket.Contains("/tickets/INC-", StringComparison.Ordinal) ? ticket + await Get(contact, ticket) : throw new HttpRequestException($"led to {ticket}.");
    }

    private async Task<string> Get(int contact, string path)
    {
        var (page, headers) = await Ask(HttpMethod.Get, path, content: null, CookieOf(contact));
        Keep(contact, headers);
        return page;
    }

    /// <returns>Where they are led.</returns>
    private async Task<string> Post(int contact, string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var (page, headers) = await Ask(HttpMethod.Post, path, new FormUrlEncodedContent(fields), CookieOf(contact));
        Keep(contact, headers);
        return headers.Location?.ToString() ?? throw new HttpRequestException($"{path} was refused: {ErrorIn(page)}");
    }

    private (string, string?) CookieOf(int contact) => ("Cookie", string.Join("; ", cookies[contact].Select(cookie => $"{cookie.Key}={cookie.Value}")));

    private void Keep(int contact, HttpResponseHeaders headers)
    {
        if (headers.TryGetValues("Set-Cookie", out var set))
            foreach (var parts in set.Select(cookie => cookie.Split(';')[0].Split('=', 2)))
                cookies[contact][parts[0]] = parts[1];
    }

    private static string Secret(int contact) => $"storm-{StormPeople.Contact(contact)}";

    private static List<KeyValuePair<string, string>> HiddenIn(string page, string action)
    {
        var from = page.IndexOf($"action=\"{action}\"", StringComparison.Ordinal);
        var form = page[from..page.IndexOf("</form>", from, StringComparison.Ordinal)];
        return [.. Hidden.Matches(form).Select(match => KeyValuePair.Create(match.Groups["name"].Value, WebUtility.HtmlDecode(match.Groups["value"].Value)))];
    }

    private static string ErrorIn(string page) => string.Join(' ', Error.Matches(page).Select(match => match.Value));

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Hidden { get; }

    [GeneratedRegex("""class="[^"]*error[^"]*"[^>]*>[^<]*""", RegexOptions.NonBacktracking)]
    private static partial Regex Error { get; }
}
