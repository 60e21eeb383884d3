using ChatSupport.Bot.Api;
using ChatSupport.Desk.Storage;

namespace ChatSupport.Bot.FrontDoor;

/// <summary>What goes wrong behind it becomes an answer that says what to do, and never how it looks inside.</summary>
internal sealed partial class Failures(RequestDelegate next, ILogger<Failures> log)
{
    private const string AMoment = "5";

    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (Exception) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be answered.
        }
        catch (Exception failure) when (!http.Response.HasStarted)
        {
            await Answer(http, failure);
        }
    }

    private Task Answer(HttpContext http, Exception failure)
    {
        switch (failure)
        {
            case BadHttpRequestException bad:
                return Say(http, bad.StatusCode, Unanswered.SentenceOf(bad.StatusCode), http.Response.Headers.Allow);
            case StoreUnavailableException unavailable:
                LogStore(unavailable.Sentence.Key, unavailable);
                return Later(http, "Api.StoreBusy");
            case OperationCanceledException:
                return Later(http, "FrontDoor.Stopping");
            default:
                LogFailure(failure, http.Request.Method, RouteOf(http), http.TraceIdentifier);
                return Say(http, StatusCodes.Status500InternalServerError, "FrontDoor.Broken", http.TraceIdentifier);
        }
    }

    private static Task Later(HttpContext http, string key)
    {
        http.Response.Clear();
        http.Response.Headers.RetryAfter = AMoment;
        return Problems.Of(StatusCodes.Status503ServiceUnavailable, key, ApiCall.TongueOf(http)).ExecuteAsync(http);
    }

    private static Task Say(HttpContext http, int status, string key, params ReadOnlySpan<object?> with)
    {
        http.Response.Clear();
        return Problems.Of(status, key, ApiCall.TongueOf(http), with).ExecuteAsync(http);
    }

    /// <summary>The pattern and not the path, which is the caller's text.</summary>
    private static string? RouteOf(HttpContext http) => (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "{Method} {Route} failed ({Trace}).")]
    private partial void LogFailure(Exception failure, string method, string? route, string trace);

    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "The store is unavailable: {Why}.")]
    private partial void LogStore(string why, Exception failure);
}
