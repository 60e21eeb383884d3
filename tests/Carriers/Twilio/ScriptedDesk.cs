using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ChatSupport.Tests.Carriers.Twilio;

/// <summary>Something that answers a carrier from a script: path by path, so that the carrier itself can be tried out.</summary>
internal sealed class ScriptedDesk : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, string> answers = [];
    private readonly WebApplication app;

    private ScriptedDesk()
    {
        app = CarrierHost.Build();
        app.MapFallback(Answer);
    }

    public ConcurrentQueue<(string Path, Dictionary<string, string> Form, string Signature)> Asked { get; } = [];

    /// <summary>A carrier that is pointed at this desk; it is closed with it.</summary>
    public TwilioCarrier Carrier { get; private set; } = null!;

    public static async Task<ScriptedDesk> Start()
    {
        var desk = new ScriptedDesk();
        await desk.app.StartAsync();
        desk.Carrier = await TwilioCarrier.Start();
        desk.Carrier.Reaches(new Uri(desk.app.Urls.First()));
        return desk;
    }

    /// <param name="verbs">What stands between <c>&lt;Response&gt;</c> and its end; empty for an answer that fails.</param>
    public ScriptedDesk At(string path, string verbs)
    {
        answers[path] = verbs;
        return this;
    }

    /// <summary>The requests for that path, in the order in which they came.</summary>
    public IReadOnlyList<Dictionary<string, string>> About(string path) => [.. Asked.Where(one => one.Path == path).Select(one => one.Form)];

    public async ValueTask DisposeAsync()
    {
        await Carrier.DisposeAsync();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task Answer(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync() : FormCollection.Empty;
        Asked.Enqueue((path, form.ToDictionary(one => one.Key, one => one.Value.ToString()), http.Request.Headers["X-Twilio-Signature"].ToString()));
        if (!answers.TryGetValue(path, out var verbs) || verbs.Length == 0)
        {
            http.Response.StatusCode = verbs is null ? 204 : 503;
            return;
        }
        http.Response.ContentType = "text/xml; charset=utf-8";
        await http.Response.WriteAsync($"""<?xml version="1.0" encoding="UTF-8"?><Response>{verbs}</Response>""");
    }
}
