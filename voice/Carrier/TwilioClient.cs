using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Serialization;
using ChatSupport.Desk.Notices;
using NodaTime;

namespace ChatSupport.Voice.Carrier;

/// <summary>Twilio's REST interface: calls, text messages, recordings. One attempt each; what to do about a failure is the caller's business.</summary>
internal sealed class TwilioClient(HttpClient http, VoiceSettings settings)
{
    /// <summary>For what is asked of the carrier while it waits for an answer itself.</summary>
    public static readonly TimeSpan Briefly = TimeSpan.FromMilliseconds(600);

    /// <summary>Shorter than a mailbox takes to answer.</summary>
    private const int RingSeconds = 25;

    private readonly AuthenticationHeaderValue account =
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{settings.AccountSid}:{settings.AuthToken}")));

    /// <summary>Whether a machine answers is found out while a person already hears what it is about.</summary>
    public Task<Sending> Call(string to, PageUrls urls, CancellationToken stop) => Create("Calls.json", stop,
        ("To", to), ("From", settings.From), ("Url", urls.Hears), ("Method", "POST"),
        ("StatusCallback", urls.Status), ("StatusCallbackMethod", "POST"), ("Timeout", RingSeconds.ToString(CultureInfo.InvariantCulture)),
        ("MachineDetection", "Enable"), ("AsyncAmd", "true"), ("AsyncAmdStatusCallback", urls.Machine), ("AsyncAmdStatusCallbackMethod", "POST"));

    public Task<Sending> Text(string to, string words, CancellationToken stop) =>
        Create("Messages.json", stop, ("To", to), ("From", settings.SmsFrom), ("Body", words));

    /// <summary>Stops a phone from ringing. A call that was answered meanwhile goes on.</summary>
    public Task<Sending> Cancel(string call, CancellationToken stop) => Create($"Calls/{call}.json", stop, ("Status", "canceled"));

    /// <summary>Ends a call, answered or not.</summary>
    public Task<Sending> HangUp(string call, CancellationToken stop) => Create($"Calls/{call}.json", stop, ("Status", "completed"));

    /// <summary>The call goes on with what is at this address.</summary>
    public Task<Sending> Redirect(string call, string url, CancellationToken stop) => Create($"Calls/{call}.json", stop, ("Url", url), ("Method", "POST"));

    /// <returns>The answer, whatever its status; its body is still to be read.</returns>
    public Task<HttpResponseMessage> Recording(string recording, CancellationToken stop) =>
        Send(HttpMethod.Get, $"Recordings/{recording}", null, stop, HttpCompletionOption.ResponseHeadersRead);

    /// <summary>Goes where an answer redirected to. The account's name is for the carrier, never for wherever it sends us.</summary>
    public Task<HttpResponseMessage> Follow(Uri place, CancellationToken stop) => http.GetAsync(place, HttpCompletionOption.ResponseHeadersRead, stop);

    /// <returns>Whether it is gone.</returns>
    public async Task<bool> Erase(string recording, CancellationToken stop)
    {
        try
        {
            using var answer = await Send(HttpMethod.Delete, $"Recordings/{recording}.json", null, stop);
            return answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.NotFound;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Where calls to the desk's number are answered, as the account says; null when the number is not the account's.</summary>
    public async Task<Uri?> AnswerUrl(CancellationToken stop)
    {
        using var answer = await Send(HttpMethod.Get, $"IncomingPhoneNumbers.json?PhoneNumber={Uri.EscapeDataString(settings.From)}", null, stop);
        answer.EnsureSuccessStatusCode();
        var numbers = await answer.Content.ReadFromJsonAsync(TwilioJson.Default.Numbers, stop);
        return numbers?.IncomingPhoneNumbers is [{ VoiceUrl: { } url }, ..] && Uri.TryCreate(url, UriKind.Absolute, out var address) ? address : null;
    }

    private async Task<Sending> Create(string path, CancellationToken stop, params (string Key, string Value)[] form)
    {
        try
        {
            using var content = new FormUrlEncodedContent(form.Select(pair => KeyValuePair.Create(pair.Key, pair.Value)));
            using var answer = await Send(HttpMethod.Post, path, content, stop);
            return await Read(answer, stop);
        }
        catch (HttpRequestException failure)
        {
            return new Sending.Retry(failure.HttpRequestError.ToString());
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new Sending.Retry("timeout");
        }
    }

    private static async Task<Sending> Read(HttpResponseMessage answer, CancellationToken stop)
    {
        if (answer.IsSuccessStatusCode)
            return new Sending.Sent((await answer.Content.ReadFromJsonAsync(TwilioJson.Default.Created, stop))?.Sid);
        // An account that is refused is mended by an operator, and what waits for that is not lost.
        if (answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or >= HttpStatusCode.InternalServerError)
            return new Sending.Retry($"http-{(int)answer.StatusCode}", answer.Headers.RetryAfter?.Delta is { } after ? Duration.FromTimeSpan(after) : null);
        return new Sending.Refused($"twilio-{await CodeOf(answer, stop)}");
    }

    private static async Task<string> CodeOf(HttpResponseMessage answer, CancellationToken stop)
    {
        try
        {
            return $"{(await answer.Content.ReadFromJsonAsync(TwilioJson.Default.Problem, stop))?.Code ?? (int)answer.StatusCode}";
        }
        catch (System.Text.Json.JsonException)
        {
            return $"{(int)answer.StatusCode}";
        }
    }

    private Task<HttpResponseMessage> Send(
        HttpMethod method, string path, HttpContent? content, CancellationToken stop, HttpCompletionOption until = HttpCompletionOption.ResponseContentRead)
    {
        var request = new HttpRequestMessage(method, new Uri(settings.ApiUrl, $"/2010-04-01/Accounts/{settings.AccountSid}/{path}")) { Content = content };
        request.Headers.Authorization = account;
        return http.SendAsync(request, until, stop);
    }
}

/// <summary>Where the carrier asks about a call that the desk places: what is heard, how it ended, and whether a machine answered.</summary>
internal sealed record PageUrls(string Hears, string Status, string Machine);

internal sealed record Created([property: JsonPropertyName("sid")] string? Sid);

internal sealed record Problem([property: JsonPropertyName("code")] int? Code);

internal sealed record Numbers([property: JsonPropertyName("incoming_phone_numbers")] IReadOnlyList<PhoneNumber>? IncomingPhoneNumbers);

internal sealed record PhoneNumber([property: JsonPropertyName("voice_url")] string? VoiceUrl);

[JsonSerializable(typeof(Created))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(Numbers))]
internal sealed partial class TwilioJson : JsonSerializerContext;
