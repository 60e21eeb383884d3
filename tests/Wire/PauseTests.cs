using System.Net;
using ChatSupport.Bot.Wire;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace ChatSupport.Tests.Wire;

/// <summary>A vendor says for how long it wants no more calls, in either of the ways of RFC 9110.</summary>
public sealed class PauseTests
{
    private static readonly FakeTimeProvider Time = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("30", null, 30)]
    [InlineData("0", null, 0)]
    [InlineData("Mon, 23 Nov 2026 10:02:00 GMT", null, 120)]
    [InlineData("Mon, 23 Nov 2026 10:02:00 GMT", "Mon, 23 Nov 2026 10:01:30 GMT", 30)]
    [InlineData("Mon, 23 Nov 2026 09:00:00 GMT", null, 0)]
    public void It_says_so_in_seconds_or_by_its_own_clock(string retryAfter, string? date, int seconds)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        if (date is not null)
            response.Headers.TryAddWithoutValidation("Date", date);

        Assert.Equal(Duration.FromSeconds(seconds), Pause.AskedBy(response, Time));
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-5")]
    public void What_is_neither_asks_for_nothing(string retryAfter)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);

        Assert.Null(Pause.AskedBy(response, Time));
    }
}
