using System.Collections.Concurrent;
using System.IO;
using System.Net;
using ChatSupport.Tests.Carriers;
using ChatSupport.Tests.Delivery;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace ChatSupport.Tests.Watch;

/// <summary>Somebody outside, on loopback, who keeps what is sent to them.</summary>
internal sealed class Listener : IAsyncDisposable
{
    public const string Secret = "7c9e6679-secret";

    private readonly WebApplication app;
    private readonly ConcurrentQueue<string> heard = new();

    public Listener()
    {
        app = CarrierHost.Build();
        app.Run(async http =>
        {
            using var body = new StreamReader(http.Request.Body, System.Text.Encoding.Latin1);
            heard.Enqueue($"{http.Request.Path} {await body.ReadToEndAsync()}");
            http.Response.StatusCode = (int)Answer;
        });
        app.Start();
    }

    public HttpStatusCode Answer { get; set; } = HttpStatusCode.OK;

    public Uri Base => new(app.Urls.First());

    public Uri Address => new(Base, $"/ping/{Secret}");

    public int Heard => heard.Count;

    /// <summary>The path and the body of each request, a character a byte.</summary>
    public IEnumerable<string> Requests => heard;

    public Task Hears(int times) => Eventually.Holds(() => Heard >= times);

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

internal static class LogSaying
{
    public static Task Says(this Stage stage, string line) => Eventually.Holds(() => stage.Log.Lines.Any(said => said.StartsWith(line, StringComparison.Ordinal)));
}
