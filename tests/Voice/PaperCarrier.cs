using System.Collections.Concurrent;
using System.Globalization;
using ChatSupport.Tests.Carriers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ChatSupport.Tests.Voice;

/// <summary>The carrier's REST interface and nothing more: it keeps what it is asked for, and has a sound for every recording.</summary>
internal sealed class PaperCarrier : IAsyncDisposable
{
    public const string Account = "AC00000000000000000000000000000001";
    public const string Token = "token-of-the-account";

    private readonly WebApplication app;

    private PaperCarrier(WebApplication app) => this.app = app;

    public ConcurrentQueue<(string Path, IReadOnlyDictionary<string, string> Form)> Asked { get; } = [];

    public string Url => app.Urls.First();

    public string[] Settings(string baseUrl = "https://desk.example.com") =>
    [
        $"--Twilio:AccountSid={Account}", $"--Twilio:AuthToken={Token}", "--Twilio:From=+33180000000", $"--Twilio:ApiUrl={Url}", $"--Public:BaseUrl={baseUrl}",
        // How fast it answers is measured elsewhere: here the machine may be busy with other tests.
        "--Twilio:AnswerWithin=00:00:15",
    ];

    public static async Task<PaperCarrier> Open()
    {
        var carrier = new PaperCarrier(CarrierHost.Build());
        carrier.app.Run(carrier.Answer);
        await carrier.app.StartAsync();
        return carrier;
    }

    /// <summary>The calls that were asked for, in their order.</summary>
    public IEnumerable<IReadOnlyDictionary<string, string>> Calls => Asked.Where(asked => asked.Path.EndsWith("/Calls.json", StringComparison.Ordinal)).Select(asked => asked.Form);

    public IEnumerable<IReadOnlyDictionary<string, string>> Texts => Asked.Where(asked => asked.Path.EndsWith("/Messages.json", StringComparison.Ordinal)).Select(asked => asked.Form);

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task Answer(HttpContext http)
    {
        var form = http.Request.HasFormContentType ? (await http.Request.ReadFormAsync()).ToDictionary(pair => pair.Key, pair => pair.Value.ToString()) : [];
        Asked.Enqueue(($"{http.Request.Method} {http.Request.Path}", form));
        if (http.Request is { Method: "GET" } && http.Request.Path.Value!.Contains("/Recordings/", StringComparison.Ordinal))
            await http.Response.Body.WriteAsync("RIFF....WAVE the message"u8.ToArray());
        else if (http.Request.Method == "DELETE")
            http.Response.StatusCode = StatusCodes.Status204NoContent;
        else
            await http.Response.WriteAsJsonAsync(new { sid = string.Create(CultureInfo.InvariantCulture, $"CA{Asked.Count:D32}") });
    }
}
