using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ChatSupport.Tests.Carriers.Twilio;

/// <summary>Twilio's REST interface of 2010-04-01, as much of it as a desk uses: form-encoded requests, Basic authentication, JSON answers and Twilio's own codes.</summary>
internal sealed class TwilioApi(TwilioCarrier carrier) : IAsyncDisposable
{
    private const string Root = $"/2010-04-01/Accounts/{TwilioCarrier.AccountSid}";
    private const int MostTextLength = 1600;

    private static readonly string[] OfCalls =
    [
        "To", "From", "Url", "Method", "FallbackUrl", "FallbackMethod", "StatusCallback", "StatusCallbackMethod", "StatusCallbackEvent", "Timeout",
        "MachineDetection", "MachineDetectionTimeout", "AsyncAmd", "AsyncAmdStatusCallback", "AsyncAmdStatusCallbackMethod", "TimeLimit",
    ];
    private static readonly string[] OfUpdates = ["Url", "Method", "FallbackUrl", "FallbackMethod", "Status"];
    private static readonly string[] OfTexts = ["To", "From", "Body", "StatusCallback", "MessagingServiceSid"];

    private readonly WebApplication app = CarrierHost.Build();

    public Uri Address => new(app.Urls.First());

    public async Task Start()
    {
        app.Use(Guard);
        app.MapPost(Root + "/Calls.json", Call);
        app.MapPost(Root + "/Calls/{sid}.json", Update);
        app.MapPost(Root + "/Messages.json", Write);
        app.MapGet(Root + ".json", () => Results.Json(new { sid = TwilioCarrier.AccountSid, status = "active", type = "Full" }));
        app.MapGet(Root + "/IncomingPhoneNumbers.json", Numbers);
        app.MapGet(Root + "/Recordings/{sid}", (string sid) => carrier.Faults.RecordingsMove ? Results.Redirect($"/media/{sid}") : Sound(sid));
        app.MapGet("/media/{sid}", (string sid) => Sound(sid));
        app.MapDelete(Root + "/Recordings/{sid}.json", (string sid) => carrier.Erase(sid) ? Results.NoContent() : Problem(404, 20404, "The requested resource was not found"));
        app.MapFallback((HttpRequest request) =>
        {
            carrier.Finds($"{request.Method} {request.Path} is not something that a desk asks");
            return Problem(404, 20404, $"The requested resource {request.Path} was not found");
        });
        await app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task Guard(HttpContext http, RequestDelegate next)
    {
        var path = http.Request.Path.Value!;
        if (path.StartsWith("/media/", StringComparison.Ordinal))
        {
            if (http.Request.Headers.Authorization.Count > 0)
                carrier.Finds("the account's password was sent to where the sound is kept");
            await next(http);
            return;
        }
        if (http.Request.Headers.Authorization != "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{TwilioCarrier.AccountSid}:{TwilioCarrier.AuthToken}")))
        {
            await Problem(401, 20003, "Authenticate").ExecuteAsync(http);
            return;
        }
        var fault = carrier.Faults.Next(path);
        if (fault is { Status: { } status })
        {
            if (fault.RetryAfter is { } seconds)
                http.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            await Problem(status, status == 429 ? 20429 : 20500, status == 429 ? "Too Many Requests" : "Internal Server Error").ExecuteAsync(http);
            return;
        }
        if (fault is { Until: { } until })
            http.Response.OnStarting(() => until.WaitAsync(http.RequestAborted));
        else if (fault is not null)
            http.Response.OnStarting(() =>
            {
                http.Abort();
                return Task.CompletedTask;
            });
        await next(http);
    }

    private async Task<IResult> Call(HttpRequest request)
    {
        var form = await Form(request, OfCalls);
        if (Wrong(form) is { } problem)
            return problem;
        if (!IsUrl(form["Url"]))
            return Problem(400, 21205, $"Url is not a valid URL: {form["Url"]}");
        var leg = new Leg(form["From"]!, form["To"]!, "outbound-api");
        _ = carrier.Rings(leg, new Placed(
            form["Url"], form["FallbackUrl"], form["StatusCallback"],
            form["StatusCallbackEvent"].Count > 0 ? [.. form["StatusCallbackEvent"]!] : ["completed"], form["MachineDetection"])
        {
            Sid = leg.Sid,
            MachineReport = form["AsyncAmd"] == "true" ? form["AsyncAmdStatusCallback"].ToString() : null,
        });
        return Results.Json(Shown(leg, "queued"), statusCode: 201);
    }

    private async Task<IResult> Update(string sid, HttpRequest request)
    {
        var form = await Form(request, OfUpdates);
        if (carrier.Find(sid) is not { } leg)
            return Problem(404, 20404, $"The requested resource {request.Path} was not found");
        switch ((string?)form["Status"])
        {
            case "canceled":
                // It concerns calls that have not been answered; the others go on.
                if (leg.Stage == Stage.Ringing)
                    leg.Does(new Doing.Ended());
                break;
            case "completed":
                leg.Does(new Doing.Ended());
                break;
            default:
                if (leg.Status != "in-progress")
                    return Problem(400, 21220, "Call is not in-progress. Cannot redirect.");
                if (!IsUrl(form["Url"]))
                    return Problem(400, 21205, "Url is not a valid URL");
                leg.Does(new Doing.Redirected(form["Url"]!));
                break;
        }
        return Results.Json(Shown(leg, leg.Status));
    }

    private async Task<IResult> Write(HttpRequest request)
    {
        var form = await Form(request, OfTexts);
        if (Wrong(form) is { } problem)
            return problem;
        var body = form["Body"].ToString();
        if (body.Length is 0 or > MostTextLength)
            return Problem(400, body.Length == 0 ? 21602 : 21617, "Message body is required, and has at most 1600 characters");
        var text = new Text(Leg.NewSid("SM"), form["To"]!, form["From"]!, body);
        carrier.Phone(text.To).Gets(text);
        return Results.Json(new { sid = text.Sid, account_sid = TwilioCarrier.AccountSid, to = text.To, from = text.From, body, status = "queued", direction = "outbound-api" }, statusCode: 201);
    }

    private IResult Numbers(string? phoneNumber, HttpRequest request) => Results.Json(new
    {
        incoming_phone_numbers = request.Query["PhoneNumber"] == TwilioCarrier.Number
            ? new object[]
            {
                new
                {
                    sid = "PN00000000000000000000000000000001", phone_number = TwilioCarrier.Number, voice_method = "POST",
                    voice_url = carrier.Faults.NumbersPointTo?.ToString() ?? carrier.Inbound.Url, voice_fallback_url = carrier.Inbound.Fallback, status_callback = carrier.Inbound.Status,
                },
            }
            : [],
    });

    private IResult Sound(string sid) => !carrier.Faults.IsMissing() && carrier.Recordings.TryGetValue(sid.Split('.')[0], out var recording)
        ? Results.Bytes(recording.Wav(), "audio/x-wav")
        : Problem(404, 20404, "The requested resource was not found");

    private async Task<IFormCollection> Form(HttpRequest request, string[] known)
    {
        if (!request.HasFormContentType)
            carrier.Finds($"{request.Path} got {request.ContentType}");
        var form = await request.ReadFormAsync();
        foreach (var name in form.Keys.Except(known))
            carrier.Finds($"{request.Path} does not know {name}");
        return form;
    }

    private IResult? Wrong(IFormCollection form) => form["To"].ToString() switch
    {
        "" => Problem(400, 21201, "No 'To' number is specified"),
        var to when !TwimlRules.IsNumber(to) => Problem(400, 21211, $"Invalid 'To' Phone Number: {to}"),
        var to when carrier.Faults.WhyRefused(to) is { } code => Problem(400, code, $"Refused: {to}"),
        _ when form["From"] != TwilioCarrier.Number && form["MessagingServiceSid"].Count == 0 => Problem(400, 21210, $"Source phone number not yet verified: {form["From"]}"),
        _ => null,
    };

    private static object Shown(Leg leg, string status) => new
    {
        sid = leg.Sid,
        account_sid = TwilioCarrier.AccountSid,
        to = leg.To,
        from = leg.From,
        status,
        direction = leg.Direction,
        api_version = "2010-04-01",
        uri = $"{Root}/Calls/{leg.Sid}.json",
    };

    private static IResult Problem(int status, int code, string message) =>
        Results.Json(new { code, message, more_info = $"https://www.twilio.com/docs/errors/{code}", status }, statusCode: status);

    private static bool IsUrl(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
}
