using System.Net;
using ChatSupport.Bot.Playground.Page;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Storage;
using Microsoft.AspNetCore.WebUtilities;

namespace ChatSupport.Bot.Playground.Phone;

/// <summary>Twilio's REST interface as the desk uses it, answered within this program: calls ring the phones of the page, texts arrive among what was sent.</summary>
internal sealed class DemoTwilio(DemoExchange exchange, Store store, DeskClock clock, Bell bell) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var form = request.Content is { } content ? QueryHelpers.ParseQuery(await content.ReadAsStringAsync(cancellationToken)) : [];
        var path = request.RequestUri!.AbsolutePath;
        var answer = path.StartsWith(exchange.Line.Root, StringComparison.Ordinal)
            ? await Answer(request.Method.Method, path[exchange.Line.Root.Length..].Split('/', '.'), name => form.TryGetValue(name, out var value) ? value.ToString() : "")
            : new HttpResponseMessage(HttpStatusCode.NotFound);
        answer.RequestMessage = request;
        return answer;
    }

    private async Task<HttpResponseMessage> Answer(string method, string[] path, Func<string, string> form) => (method, path) switch
    {
        ("POST", ["Calls", "json"]) => Created(exchange.Place(form("To"), form("Url"), form("StatusCallback"), form("AsyncAmdStatusCallback")).Sid),
        ("POST", ["Calls", var sid, "json"]) => Update(sid, form),
        ("POST", ["Messages", "json"]) => Created(await Text(form("To"), form("Body"))),
        ("GET", ["Recordings", var sid, ..]) when exchange.Sound(sid) is { } sound => new(HttpStatusCode.OK) { Content = new ByteArrayContent(sound) },
        ("DELETE", ["Recordings", var sid, "json"]) => new(exchange.Erase(sid) ? HttpStatusCode.NoContent : HttpStatusCode.NotFound),
        ("GET", ["IncomingPhoneNumbers", ..]) => Json(new { incoming_phone_numbers = new[] { new { phone_number = exchange.Line.Number, voice_url = exchange.Line.Whole("/voice/answer") } } }),
        _ => new HttpResponseMessage(HttpStatusCode.NotFound),
    };

    /// <summary>Canceling concerns calls that still ring; ending and sending elsewhere those that are going on.</summary>
    private HttpResponseMessage Update(string sid, Func<string, string> form)
    {
        if (exchange.Find(sid) is not { Prompt: not Prompt.Over } call)
            return new HttpResponseMessage(HttpStatusCode.NotFound);
        switch (form("Status"))
        {
            case "canceled" when call.Prompt == Prompt.Ringing:
                call.Does(new Doing.Ends("canceled"));
                break;
            case "completed":
                call.Does(new Doing.Ends());
                break;
            case "":
                call.Does(new Doing.GoesTo(form("Url")));
                break;
        }
        return Created(sid);
    }

    private async Task<string> Text(string to, string words)
    {
        await store.Write(async session =>
        {
            await session.Add(new DemoOutboxRow(0, clock.Now, "sms", to, Ticket: null, Subject: null, words, Html: null));
            return true;
        }, CancellationToken.None);
        bell.Ring();
        return DemoCall.NewSid("SM");
    }

    private static HttpResponseMessage Created(string sid) => Json(new { sid }, HttpStatusCode.Created);

    private static HttpResponseMessage Json<T>(T body, HttpStatusCode status = HttpStatusCode.OK) => new(status) { Content = JsonContent.Create(body) };
}
