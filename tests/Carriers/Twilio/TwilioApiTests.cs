using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace ChatSupport.Tests.Carriers.Twilio;

public sealed class TwilioApiTests
{
    private const string Nadia = "+33639980301";

    [Fact]
    public async Task A_call_is_created_rings_and_is_told_how_it_went()
    {
        await using var desk = (await ScriptedDesk.Start()).At("/page", """<Gather numDigits="1" action="/key"/><Hangup/>""").At("/key", "<Hangup/>");
        using var http = Account(desk);
        var (status, call) = await Call(http, ("MachineDetection", "Enable"), ("StatusCallbackEvent", "answered"), ("StatusCallbackEvent", "completed"));
        Assert.Equal((HttpStatusCode.Created, "queued"), (status, call.GetProperty("status").GetString()));

        await desk.Carrier.Phone(Nadia).PhoneRings().Presses("1").IsHungUpOn();
        await desk.Carrier.EndsQuietly();
        Assert.Equal("human", desk.About("/page")[0]["AnsweredBy"]);
        Assert.Equal(["in-progress", "completed"], desk.About("/status").Select(told => told["CallStatus"]));
    }

    [Fact]
    public async Task A_ringing_call_can_be_canceled_and_an_answered_one_goes_on()
    {
        await using var desk = (await ScriptedDesk.Start()).At("/page", """<Gather numDigits="1" action="/key"/><Hangup/>""").At("/key", "<Hangup/>");
        using var http = Account(desk);
        var nadia = desk.Carrier.Phone(Nadia);
        var (_, first) = await Call(http);
        await nadia.PhoneRings();
        await Update(http, first, ("Status", "canceled"));
        await nadia.StopsRinging();
        Assert.Equal("canceled", desk.About("/status")[0]["CallStatus"]);

        var (_, second) = await Call(http);
        await nadia.PhoneRings().Answers();
        await Update(http, second, ("Status", "canceled"));
        await nadia.Presses("1").IsHungUpOn();
        var (status, problem) = await Update(http, second, ("Url", "https://desk.example/elsewhere"));
        Assert.Equal((HttpStatusCode.BadRequest, 21220), (status, problem.GetProperty("code").GetInt32()));
        await desk.Carrier.EndsQuietly();
    }

    [Fact]
    public async Task A_call_that_is_sent_elsewhere_leaves_what_it_was_doing()
    {
        await using var desk = (await ScriptedDesk.Start())
            .At("/page", """<Gather numDigits="1" action="/key"/><Hangup/>""")
            .At("/elsewhere", """<Say voice="Polly.Lea" language="fr-FR">Ailleurs.</Say><Hangup/>""");
        using var http = Account(desk);
        var (_, call) = await Call(http);
        await desk.Carrier.Phone(Nadia).PhoneRings().Answers();
        await Update(http, call, ("Url", "https://desk.example/elsewhere"));
        await desk.Carrier.Phone(Nadia).Hears("Ailleurs.").IsHungUpOn();
    }

    [Theory]
    [InlineData("To", "0639980301", 21211)]
    [InlineData("From", "+33100000000", 21210)]
    [InlineData("Url", "/page", 21205)]
    public async Task What_cannot_be_called_is_refused_with_the_code_for_it(string key, string value, int code)
    {
        await using var desk = await ScriptedDesk.Start();
        using var http = Account(desk);
        var (status, problem) = await Call(http, (key, value));
        Assert.Equal((HttpStatusCode.BadRequest, code), (status, problem.GetProperty("code").GetInt32()));
    }

    [Fact]
    public async Task Nobody_gets_in_without_the_accounts_password()
    {
        await using var desk = await ScriptedDesk.Start();
        using var http = new HttpClient { BaseAddress = desk.Carrier.ApiUrl };
        var (status, problem) = await Call(http);
        Assert.Equal((HttpStatusCode.Unauthorized, 20003), (status, problem.GetProperty("code").GetInt32()));
    }

    [Fact]
    public async Task A_lost_answer_has_had_its_effect()
    {
        await using var desk = await ScriptedDesk.Start();
        using var http = Account(desk);
        desk.Carrier.Faults.LosesAnswerTo("/Messages.json");
        await Assert.ThrowsAsync<HttpRequestException>(() => Write(http));
        await desk.Carrier.Phone(Nadia).GetsText("INC-000001");

        desk.Carrier.Faults.Answers("/Messages.json", 429, times: 1, retryAfter: 2);
        Assert.Equal(HttpStatusCode.TooManyRequests, await Write(http));
        Assert.Equal(HttpStatusCode.Created, await Write(http));
    }

    [Fact]
    public async Task A_text_that_no_story_expects_fails_it()
    {
        await using var desk = await ScriptedDesk.Start();
        using var http = Account(desk);
        await Write(http);
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(desk.Carrier.EndsQuietly);
    }

    [Fact]
    public async Task A_recording_is_fetched_with_the_password_and_can_be_erased_once()
    {
        await using var desk = (await ScriptedDesk.Start()).At("/voice/answer", """<Record action="/kept"/>""").At("/kept", "<Hangup/>");
        using var http = Account(desk);
        await desk.Carrier.Phone("+33639980101").Dials().Speaks("Plus rien ne répond", 3).Presses("#").IsHungUpOn();
        var path = new Uri(desk.About("/kept")[0]["RecordingUrl"]).AbsolutePath;

        Assert.Equal((HttpStatusCode.OK, "♪ Plus rien ne répond ♪"), await Asks(http, HttpMethod.Get, path));
        using var stranger = new HttpClient { BaseAddress = desk.Carrier.ApiUrl };
        Assert.Equal(HttpStatusCode.Unauthorized, (await Asks(stranger, HttpMethod.Get, path)).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await Asks(http, HttpMethod.Delete, $"{path}.json")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Asks(http, HttpMethod.Delete, $"{path}.json")).Status);
    }

    private static async Task<(HttpStatusCode Status, string Heard)> Asks(HttpClient http, HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, Recording.HeardIn(await answer.Content.ReadAsStringAsync()));
    }

    private static HttpClient Account(ScriptedDesk desk) => new()
    {
        BaseAddress = desk.Carrier.ApiUrl,
        DefaultRequestHeaders =
        {
            Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{TwilioCarrier.AccountSid}:{TwilioCarrier.AuthToken}"))),
        },
    };

    private static Task<(HttpStatusCode, JsonElement)> Call(HttpClient http, params (string Key, string Value)[] with) => Post(http, "Calls.json",
    [
        .. new (string Key, string Value)[] { ("To", Nadia), ("From", TwilioCarrier.Number), ("Url", "https://desk.example/page"), ("StatusCallback", "https://desk.example/status") }
            .Where(usual => !with.Any(one => one.Key == usual.Key)), .. with,
    ]);

    private static Task<(HttpStatusCode, JsonElement)> Update(HttpClient http, JsonElement call, params (string Key, string Value)[] with) =>
        Post(http, $"Calls/{call.GetProperty("sid").GetString()}.json", with);

    private static async Task<HttpStatusCode> Write(HttpClient http) =>
        (await Post(http, "Messages.json", [("To", Nadia), ("From", TwilioCarrier.Number), ("Body", "INC-000001 : prenez-le")])).Item1;

    private static async Task<(HttpStatusCode, JsonElement)> Post(HttpClient http, string path, (string Key, string Value)[] form)
    {
        using var content = new FormUrlEncodedContent(form.Select(pair => KeyValuePair.Create(pair.Key, pair.Value)));
        using var answer = await http.PostAsync($"/2010-04-01/Accounts/{TwilioCarrier.AccountSid}/{path}", content);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }
}
