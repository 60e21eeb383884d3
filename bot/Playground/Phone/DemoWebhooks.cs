using System.Threading.Channels;
using System.Xml.Linq;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ChatSupport.Bot.Playground.Phone;

/// <summary>
/// Asks and tells the desk as Twilio does: over the network and signed, at the program's own address. What is only told is told in its order, and again when it
/// was not taken.
/// </summary>
internal sealed partial class DemoWebhooks(DemoLine line, IServer server, ILogger<DemoWebhooks> log) : BackgroundService
{
    private const int Attempts = 3;

    private readonly HttpClient http = new();
    private readonly Channel<Request> told = Channel.CreateUnbounded<Request>();

    /// <returns>Null when there is no answer to follow.</returns>
    public async Task<XElement?> Ask(DemoCall call, string url, params IEnumerable<(string Key, string Value)> news)
    {
        var answer = await Send(new Request(url, About(call, news)));
        return answer is null ? null : XDocument.Parse(answer).Root;
    }

    public void Tell(DemoCall call, string url, params IEnumerable<(string Key, string Value)> news) => told.Writer.TryWrite(new Request(url, About(call, news)));

    public override void Dispose()
    {
        http.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var request in told.Reader.ReadAllAsync(stoppingToken))
            for (var attempt = 0; attempt < Attempts && await Send(request) is null; attempt++)
                LogNotTaken(request.Url);
    }

    private async Task<string?> Send(Request request)
    {
        using var content = new FormUrlEncodedContent(request.Form);
        var url = request.Url.Split('#')[0];
        content.Headers.Add("X-Twilio-Signature", line.Sign(url, request.Form));
        try
        {
            using var answer = await http.PostAsync(new Uri(Here, new Uri(url).PathAndQuery), content);
            return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync() : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private KeyValuePair<string, string>[] About(DemoCall call, IEnumerable<(string Key, string Value)> news) =>
    [
        new("AccountSid", line.AccountSid), new("ApiVersion", "2010-04-01"), new("CallSid", call.Sid), new("CallStatus", call.Status), new("Direction", call.Direction),
        new("From", call.From), new("To", call.To), .. news.Select(one => KeyValuePair.Create(one.Key, one.Value)),
    ];

    private Uri Here => new(server.Features.Get<IServerAddressesFeature>()!.Addresses.First());

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Url} did not take what the demo's carrier told it.")]
    private partial void LogNotTaken(string url);

    private sealed record Request(string Url, KeyValuePair<string, string>[] Form);
}
