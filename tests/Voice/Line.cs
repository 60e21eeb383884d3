using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Voice;

/// <summary>One call as the carrier tells of it: signed requests, and the answers as what is to be done.</summary>
internal sealed class Line(RunningDesk desk, string from, string sid = "CA10000000000000000000000000000001", string origin = "https://desk.example.com")
{
    public XElement Last { get; private set; } = new("Response");

    /// <summary>All that is said, as it is said.</summary>
    public string Said => string.Join(' ', Last.Descendants("Say").Select(say => say.Value)).Replace('\u00a0', ' ');

    public IEnumerable<string> Verbs => Last.Elements().Select(verb => verb.Name.LocalName);

    public Task<Line> Rings() => Posts("/voice/answer", ("CallStatus", "ringing"), ("StirVerstat", "TN-Validation-Passed-A"));

    public Task<Line> Presses(string keys) => Posts(Action("Gather"), ("Digits", keys));

    public Task<Line> Waits() => Posts(Action("Gather"), ("Digits", ""));

    public Task<Line> NobodyAnswers() => Posts(Action("Dial"), ("DialCallStatus", "no-answer"));

    public Task<Line> Speaks(string recording, int seconds, string digits = "#") => Posts(
        Action("Record"), ("RecordingSid", recording), ("RecordingUrl", $"https://api.twilio.com/{recording}"), ("RecordingDuration", $"{seconds}"), ("Digits", digits));

    public string Action(string verb) => (string?)Last.Element(verb)?.Attribute("action") ?? throw new InvalidOperationException($"There is no {verb} in {Last}");

    public async Task<Line> Posts(string target, params (string Key, string Value)[] form)
    {
        using var response = await Raw(target, form);
        Assert.True(response.IsSuccessStatusCode, $"{target}: {(int)response.StatusCode}");
        Last = XElement.Parse(await response.Content.ReadAsStringAsync());
        return this;
    }

    public async Task<HttpResponseMessage> Raw(string target, params (string Key, string Value)[] form)
    {
        if (Uri.TryCreate(target, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https")
            target = whole.PathAndQuery;
        (string Key, string Value)[] all = [("CallSid", sid), ("AccountSid", PaperCarrier.Account), ("From", from), ("To", "+33180000000"), .. form];
        using var request = new HttpRequestMessage(HttpMethod.Post, target)
        {
            Content = new FormUrlEncodedContent(all.Select(pair => KeyValuePair.Create(pair.Key, pair.Value))),
        };
        request.Headers.Add("X-Twilio-Signature", Signature(origin + target, all));
        return await desk.Http.SendAsync(request);
    }

    // The protocol's choice, not ours.
#pragma warning disable CA5350
    public static string Signature(string url, IEnumerable<(string Key, string Value)> form) => Convert.ToBase64String(HMACSHA1.HashData(
        Encoding.UTF8.GetBytes(PaperCarrier.Token),
        Encoding.UTF8.GetBytes(url + string.Concat(form.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key + pair.Value)))));
#pragma warning restore CA5350
}
