using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using ChatSupport.Tests.Carriers;
using ChatSupport.Tests.Carriers.Twilio;
using ChatSupport.Tests.Delivery;
using ChatSupport.Tests.Driver;
using ChatSupport.Tests.Portal;
using ChatSupport.Tests.Teams;

namespace ChatSupport.Tests.FrontDoor;

/// <summary>The real program, told to log all it can: whatever people wrote, and whatever opens a door, is not in it.</summary>
public sealed partial class DiscreetLogTests : IAsyncLifetime
{
    /// <summary>Stands in everything that people write, and in every secret.</summary>
    private const string Mark = "aardvark";

    /// <summary>What opens the vendors' doors: keys, the beginning of any token, a signature's, and whose phone it is.</summary>
    private static readonly string[] Secrets =
        [SlackCarrier.Secret, SlackCarrier.Token, AzureCarrier.Secret, "eyJ", "v0=", TwilioCarrier.AuthToken, "+33639980101"];

    private static readonly string[] Verbose =
    [
        "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft=Trace", "--Logging:LogLevel:Microsoft.AspNetCore=Trace",
        "--Logging:LogLevel:Microsoft.AspNetCore.Routing.Matching.DfaMatcher=Trace", "--Logging:LogLevel:System=Trace", "--Logging:Console:LogLevel:Default=Trace",
    ];

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private ProgramRun run = null!;
    private readonly SmtpCarrier smtp = new();
    private SlackCarrier slack = null!;
    private AzureCarrier azure = null!;
    private ConnectorCarrier connector = null!;
    private TwilioCarrier twilio = null!;
    private HttpClient http = null!;
    private Task<string> log = null!;

    public async ValueTask InitializeAsync()
    {
        (slack, azure, twilio) = (await SlackCarrier.Start(), await AzureCarrier.Start(), await TwilioCarrier.Start());
        connector = await ConnectorCarrier.Start(azure);
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Loopback.FreePort()}"));
        twilio.IsKnownAt(address);
        run = ProgramRun.Start([
            "--environment=Development", "--Demo:Enabled=true", $"--urls={address}", $"--Api:Keys:desk={Mark}-key",
            .. smtp.Settings, .. slack.Settings, .. azure.Settings, .. twilio.Settings, .. Verbose]);
        http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        await run.Says("Now listening on:").InTime();
        log = run.WritesToTheEnd();
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await run.DisposeAsync();
        await smtp.DisposeAsync();
        await twilio.DisposeAsync();
        await connector.DisposeAsync();
        await azure.DisposeAsync();
        await slack.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_that_people_wrote_and_no_secret_reaches_the_log()
    {
        var reference = await DeclaresAndWorks();
        await SignsInAndTalks(reference);
        await WritesInSlackAndTeams();
        await Phones();
        await KnocksWithForgedProofs();
        await Eventually.Holds(() => smtp.Kept.Any(mail => mail.Subject!.Contains(reference, StringComparison.Ordinal)));
        await run.Terminate();

        var lines = (await log.InTime()).Split('\n');

        Assert.Contains(lines, line => line.Contains("dbug: ChatSupport", StringComparison.Ordinal) || line.Contains("trce: ChatSupport", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains(Mark, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(lines, line => line.Contains("@borealis.example", StringComparison.Ordinal) || line.Contains("+33612000201", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("/portal/sign-in/", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => Array.Exists(Secrets, secret => line.Contains(secret, StringComparison.Ordinal)));
    }

    private async Task<string> DeclaresAndWorks()
    {
        http.DefaultRequestHeaders.Authorization = new("Bearer", $"{Mark}-key");
        var texts = new[] { "title", "description", "businessImpact", "reason", "actionsTried", "evidence" };
        var body = SampleDeclaration.Of("claire.morel", [.. texts.Select(key => (key, (object?)$"{Mark} ne répond plus depuis ce matin, password={Mark}")), ("clientRef", Mark)]);
        var declared = await http.PostAsJsonAsync("/api/tickets", body, stop);
        var reference = JsonElement.Parse(await declared.Content.ReadAsStringAsync(stop)).GetProperty("reference").GetString()!;
        await http.PostAsJsonAsync($"/api/tickets/{reference}/acknowledge", new { by = "nadia.benali", comment = Mark }, stop);
        await http.PostAsJsonAsync($"/api/tickets/{reference}/{Mark}", new { by = Mark }, stop);
        await http.PostAsync("/api/tickets", new StringContent($"{{\"title\": {Mark}"), stop);
        await http.GetAsync($"/api/tickets/{Mark}?status={Mark}&cursor={Mark}", stop);
        return reference;
    }

    private async Task SignsInAndTalks(string reference)
    {
        await Posts("/portal/sign-in", "/portal/sign-in", ("address", "claire.morel@borealis.example"), ("to", $"/portal/{Mark}"));
        Match link;
        do
            link = Link.Match((await smtp.Next()).TextBody!);
        while (!link.Success);
        Assert.Equal(HttpStatusCode.Redirect, (await Posts(link.Value, link.Value)).StatusCode);
        await Posts("/portal", "/portal", ("text", $"Nos VM de fr1 sont en panne, {Mark}"));
        await Posts($"/portal/tickets/{reference}", $"/portal/tickets/{reference}", ("comment", Mark));
        await http.GetAsync($"/portal/tickets?find={Mark}", stop);
    }

    private async Task WritesInSlackAndTeams()
    {
        using var hand = new SlackHand(slack, http.BaseAddress!);
        Assert.Equal(HttpStatusCode.OK, (await hand.Writes(SlackPerson.Claire, SlackPerson.Claire.Direct, $"Nos VM de fr1 sont en panne, {Mark}")).Status);
        await slack.Posts(SlackPerson.Claire.Direct);
        Assert.Equal(HttpStatusCode.OK, (await hand.Types(SlackPerson.Claire, "/incident", Mark)).Status);
        await slack.Sees("views.open");

        using var inTeams = new TeamsHand(azure, connector, http.BaseAddress!);
        Assert.Equal(200, (await inTeams.Installs(TeamsStory.Claire)).Status);
        Assert.Equal(200, (await inTeams.Writes(TeamsStory.Claire, $"Nos VM de fr1 sont en panne, {Mark}")).Status);
        await connector.Says(TeamsStory.Claire.Chat);
    }

    private async Task Phones() => await twilio.Phone("+33639980101").Dials().Hears("Votre appel est rattaché").HangsUp();

    private async Task KnocksWithForgedProofs()
    {
        foreach (var (path, header, value) in new[]
        {
            ("/slack/events", "X-Slack-Signature", $"v0={Mark}"), ("/api/messages", "Authorization", $"Bearer {Mark}.{Mark}.{Mark}"),
            ("/voice/incoming", "X-Twilio-Signature", Mark), ("/api/tickets", "Authorization", $"Bearer {Mark}"),
            ("/portal", "Cookie", $"portal={Mark}; portal-form={Mark}"), ($"/{Mark}", "X-Forwarded-For", Mark), ("/demo/clock", "Origin", $"https://{Mark}.example"),
        })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent($"payload={Mark}", null, "application/x-www-form-urlencoded") };
            request.Headers.TryAddWithoutValidation(header, value);
            Assert.False((await http.SendAsync(request, stop)).IsSuccessStatusCode, path);
        }
    }

    private async Task<HttpResponseMessage> Posts(string page, string action, params (string Name, string Value)[] fields)
    {
        var form = PortalVisitor.HiddenIn(PortalVisitor.FormOf(await http.GetStringAsync(page, stop), action));
        return await http.PostAsync(action, new FormUrlEncodedContent(form.Concat(fields).Select(field => KeyValuePair.Create(field.Name, field.Value))), stop);
    }

    [GeneratedRegex("""/portal/sign-in/[A-Za-z0-9_-]{43}""", RegexOptions.None, 1000)]
    private static partial Regex Link { get; }
}
