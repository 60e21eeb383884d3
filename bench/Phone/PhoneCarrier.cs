using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatSupport.Bench.Phone;

/// <summary>A carrier that only counts: it signs what it asks the desk, and takes every call that the desk asks for.</summary>
internal sealed class PhoneCarrier : IAsyncDisposable
{
    public const string Token = "token-of-the-bench";
    public const string Account = "AC00000000000000000000000000000009";

    private readonly HttpClient http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 64 });
    private readonly WebApplication api;
    private int placed;

    private PhoneCarrier()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        api = builder.Build();
        api.MapPost("/2010-04-01/Accounts/{account}/Calls.json", () => Results.Json(new { sid = NewSid(Interlocked.Increment(ref placed)) }, statusCode: 201));
        api.MapFallback(() => Results.Json(new { sid = "SM" }));
    }

    /// <summary>How many calls the desk has asked for.</summary>
    public int Placed => Volatile.Read(ref placed);

    public string[] Settings(Uri desk) =>
    [
        $"--Twilio:AccountSid={Account}", $"--Twilio:AuthToken={Token}", "--Twilio:From=+33199000000", $"--Twilio:ApiUrl={api.Urls.First()}", $"--Public:BaseUrl={desk.GetLeftPart(UriPartial.Authority)}",
        "--Twilio:AnswerWithin=00:00:10",
    ];

    public static async Task<PhoneCarrier> Start()
    {
        var carrier = new PhoneCarrier();
        await carrier.api.StartAsync();
        return carrier;
    }

    public static string NewSid(int number) => string.Create(CultureInfo.InvariantCulture, $"CA{number:x32}");

    /// <summary>One webhook about one call, signed.</summary>
    /// <returns>What was answered, and how long it took in milliseconds.</returns>
    public async Task<(string Twiml, double Took)> Ask(Uri url, string sid, string from, params (string Key, string Value)[] news)
    {
        KeyValuePair<string, string>[] form =
        [
            new("AccountSid", Account), new("ApiVersion", "2010-04-01"), new("CallSid", sid), new("Called", "+33199000000"), new("Caller", from), new("Direction", "inbound"),
            new("From", from), new("To", "+33199000000"), .. news.Select(one => KeyValuePair.Create(one.Key, one.Value)),
        ];
        using var content = new FormUrlEncodedContent(form);
        content.Headers.Add("X-Twilio-Signature", Sign(url, form));
        var watch = Stopwatch.StartNew();
        using var answer = await http.PostAsync(url, content);
        var twiml = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"{url} answered {(int)answer.StatusCode}.");
        return (twiml, watch.Elapsed.TotalMilliseconds);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await api.DisposeAsync();
    }

    // The protocol's choice.
#pragma warning disable CA5350
    private static string Sign(Uri url, KeyValuePair<string, string>[] form) => Convert.ToBase64String(HMACSHA1.HashData(
        Encoding.UTF8.GetBytes(Token), Encoding.UTF8.GetBytes(url + string.Concat(form.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => one.Key + one.Value)))));
#pragma warning restore CA5350
}
