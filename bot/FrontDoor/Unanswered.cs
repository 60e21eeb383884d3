using ChatSupport.Bot.Api;
using Microsoft.AspNetCore.Diagnostics;

namespace ChatSupport.Bot.FrontDoor;

/// <summary>Answers that would be a bare number, such as those of unknown paths, get their sentence.</summary>
internal static class Unanswered
{
    public static Task Explain(StatusCodeContext context)
    {
        var http = context.HttpContext;
        return Problems.Of(http.Response.StatusCode, SentenceOf(http.Response.StatusCode), ApiCall.TongueOf(http), http.Response.Headers.Allow).ExecuteAsync(http);
    }

    public static string SentenceOf(int status) => status switch
    {
        StatusCodes.Status404NotFound => "FrontDoor.NoSuchPath",
        StatusCodes.Status405MethodNotAllowed => "FrontDoor.NoSuchMethod",
        StatusCodes.Status408RequestTimeout => "FrontDoor.TooSlow",
        StatusCodes.Status413PayloadTooLarge => "FrontDoor.TooLarge",
        StatusCodes.Status504GatewayTimeout => "FrontDoor.TookTooLong",
        < 500 => "FrontDoor.NotUnderstood",
        _ => "FrontDoor.NotNow",
    };
}
