using System.IO;
using ChatSupport.Bot.FrontDoor;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Storage;
using ChatSupport.Tests.Driver;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatSupport.Tests.FrontDoor;

public sealed class FailuresTests
{
    [Fact]
    public async Task A_store_that_cannot_write_asks_for_patience_and_says_that_nothing_was_kept()
    {
        var (http, answer) = await After(new StoreUnavailableException(DeskText.Say("Storage.Busy"), worthARetry: true, new IOException("secret")));
        Assert.Equal((503, "5"), (http.Response.StatusCode, http.Response.Headers.RetryAfter.ToString()));
        Assert.Contains("nothing was recorded", answer.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", answer.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_in_the_middle_asks_to_come_back()
    {
        var (http, answer) = await After(new OperationCanceledException());
        Assert.Equal((503, "5"), (http.Response.StatusCode, http.Response.Headers.RetryAfter.ToString()));
        Assert.Contains("restarted", answer.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_endpoint_had_begun_to_say_is_forgotten()
    {
        var (http, _) = await After(new InvalidOperationException("of a client: M. Renard"));
        Assert.Equal(500, http.Response.StatusCode);
        Assert.False(http.Response.Headers.ContainsKey("ETag"));
    }

    [Fact]
    public async Task Nobody_is_answered_who_has_gone()
    {
        var http = Asked();
        http.RequestAborted = new CancellationToken(canceled: true);
        await new Failures(_ => throw new OperationCanceledException(), NullLogger<Failures>.Instance).InvokeAsync(http);
        Assert.Equal(0, http.Response.Body.Length);
    }

    private static async Task<(HttpContext Http, ProblemSeen Answer)> After(Exception failure)
    {
        var http = Asked();
        await new Failures(Fail, NullLogger<Failures>.Instance).InvokeAsync(http);
        http.Response.Body.Position = 0;
        using var reader = new StreamReader(http.Response.Body);
        return (http, System.Text.Json.JsonSerializer.Deserialize<ProblemSeen>(await reader.ReadToEndAsync(), System.Text.Json.JsonSerializerOptions.Web)!);

        Task Fail(HttpContext begun)
        {
            begun.Response.Headers.ETag = "\"1\"";
            throw failure;
        }
    }

    private static DefaultHttpContext Asked() => new()
    {
        Request = { Headers = { AcceptLanguage = "en" } },
        Response = { Body = new MemoryStream() },
        RequestServices = new ServiceCollection().AddLogging().AddProblemDetails().BuildServiceProvider(),
    };
}
