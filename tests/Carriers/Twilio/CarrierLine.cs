using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Threading.Channels;

namespace ChatSupport.Tests.Carriers.Twilio;

/// <summary>What the desk answered to a request of the carrier's.</summary>
internal sealed record Answered(bool IsGood, string Text, string? Type, string Failure = "");

/// <summary>
/// The carrier's side of the webhooks: signed, repeated as the connection overrides of a URL say, and, when a story wants it, sent twice, held back or sent
/// in another order. The desk is known by its public address and reached where it really is, as behind a proxy.
/// </summary>
internal sealed class CarrierLine : IAsyncDisposable
{
    private static readonly TimeSpan ReadTimeout = TimeSpan.FromSeconds(15);

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = ReadTimeout };
    private readonly Channel<Report> reports = Channel.CreateUnbounded<Report>();
    private readonly ConcurrentStack<Report> held = new();
    private readonly Task sending;

    public CarrierLine() => sending = Send();

    public string Token { get; set; } = TwilioCarrier.AuthToken;

    public Uri PublicUrl { get; set; } = new("https://desk.example");

    /// <summary>Where the desk really listens.</summary>
    public Uri? Desk { get; set; }

    /// <summary>Twilio sometimes signs the port even when it is the usual one.</summary>
    public bool NamesThePort { get; set; }

    /// <summary>How often each request is sent: more than once after a time-out that only the carrier saw.</summary>
    public int Times { get; set; } = 1;

    /// <summary>Status, recording and transcription reports wait until they are released.</summary>
    public bool HoldsReports { get; set; }

    /// <summary>So many requests for a path meet something before the desk that says 503 for it.</summary>
    public (string Path, int Times) TurnsAway { get; set; }

    /// <summary>How long each answer took that was waited for.</summary>
    public ConcurrentQueue<TimeSpan> Took { get; } = new();

    /// <summary>Every request that was sent: its address and parameters, as the desk got them.</summary>
    public ConcurrentQueue<(string Url, IReadOnlyList<KeyValuePair<string, string>> Parameters)> Requests { get; } = new();

    public static string Whole(string against, string url) => new Uri(new Uri(against), url).ToString();

    /// <summary>Asks what to do, as often as the story says, and takes the last answer as Twilio does after a time-out.</summary>
    public async Task<Answered> Ask(string url, IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        var watch = Stopwatch.StartNew();
        var answers = await Task.WhenAll(Enumerable.Range(0, Times).Select(_ => Attempt(url, parameters, "POST")));
        Took.Enqueue(watch.Elapsed);
        return answers[^1];
    }

    /// <summary>Fetches what is to be played.</summary>
    public Task<Answered> Fetch(string url) => Attempt(url, [], "GET");

    /// <summary>Tells something, soon, and does not listen to the answer.</summary>
    public void Tell(string url, IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        var report = new Report(url, parameters);
        if (HoldsReports)
        {
            held.Push(report);
            return;
        }
        reports.Writer.TryWrite(report);
    }

    /// <summary>Sends what was held back, the latest first.</summary>
    public void ReleasesReports()
    {
        HoldsReports = false;
        while (held.TryPop(out var report))
            Tell(report.Url, report.Parameters);
    }

    /// <summary>Everything that was to be told has been.</summary>
    public Task Settles()
    {
        var last = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return reports.Writer.TryWrite(new Report("", []) { WhenAllBeforeAreSent = last }) ? last.Task : Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        reports.Writer.Complete();
        await sending;
        http.Dispose();
    }

    private async Task Send()
    {
        await foreach (var report in reports.Reader.ReadAllAsync())
        {
            for (var i = 0; i < Times && report.Url.Length > 0; i++)
                await Attempt(report.Url, report.Parameters, "POST");
            report.WhenAllBeforeAreSent?.TrySetResult();
        }
    }

    private async Task<Answered> Attempt(string url, IReadOnlyList<KeyValuePair<string, string>> parameters, string method)
    {
        var (address, rules) = url.Split('#', 2) is [var bare, var fragment] ? (bare, Overrides(fragment)) : (url, Overrides(""));
        var token = Guid.NewGuid().ToString();
        var answer = await Once(address, parameters, method, token);
        for (var retries = 0; !answer.IsGood && rules.Applies(answer.Failure) && retries < rules.Count; retries++)
            answer = await Once(address, parameters, method, token);
        return answer;
    }

    private async Task<Answered> Once(string url, IReadOnlyList<KeyValuePair<string, string>> parameters, string method, string token)
    {
        Requests.Enqueue((url, parameters));
        if (TurnsAway is (var path, > 0 and var times) && new Uri(url).AbsolutePath == path)
        {
            TurnsAway = (path, times - 1);
            return new Answered(false, "", null, "5xx");
        }
        var signed = NamesThePort ? new UriBuilder(url).ToString() : url;
        using var request = new HttpRequestMessage(new HttpMethod(method), Real(url))
        {
            Content = method == "GET" ? null : new FormUrlEncodedContent(parameters) { Headers = { ContentType = MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded; charset=UTF-8") } },
        };
        request.Headers.Add("X-Twilio-Signature", TwilioSignature.Of(Token, signed, parameters));
        request.Headers.Add("I-Twilio-Idempotency-Token", token);
        request.Headers.UserAgent.ParseAdd("TwilioProxy/1.1");
        try
        {
            using var response = await http.SendAsync(request);
            return new Answered(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.MediaType, $"{(int)response.StatusCode / 100}xx");
        }
        catch (HttpRequestException)
        {
            return new Answered(false, "", null, "ct");
        }
        catch (TaskCanceledException)
        {
            return new Answered(false, "", null, "rt");
        }
    }

    private Uri Real(string url) => Desk is { } desk && url.StartsWith(PublicUrl.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase)
        ? new Uri(desk, new Uri(url).PathAndQuery)
        : new Uri(url);

    private static (int Count, Func<string, bool> Applies) Overrides(string fragment)
    {
        var rules = fragment.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        var policy = rules.GetValueOrDefault("rp", "ct").Split(',');
        return (int.Parse(rules.GetValueOrDefault("rc", "1"), System.Globalization.CultureInfo.InvariantCulture), failure => policy.Contains("all") || policy.Contains(failure));
    }

    private sealed record Report(string Url, IReadOnlyList<KeyValuePair<string, string>> Parameters)
    {
        public TaskCompletionSource? WhenAllBeforeAreSent { get; init; }
    }
}
