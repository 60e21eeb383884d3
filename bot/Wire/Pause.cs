using NodaTime;

namespace ChatSupport.Bot.Wire;

/// <summary>How long a vendor asks to be left alone.</summary>
internal static class Pause
{
    /// <summary>In seconds, or until a moment by the vendor's own clock, which may not be ours.</summary>
    /// <returns>Null when it asks for nothing.</returns>
    public static Duration? AskedBy(HttpResponseMessage response, TimeProvider time) => response.Headers.RetryAfter switch
    {
        { Delta: { } span } => Duration.FromTimeSpan(span),
        { Date: { } until } => Duration.Max(Duration.Zero, Duration.FromTimeSpan(until - (response.Headers.Date ?? time.GetUtcNow()))),
        _ => null,
    };
}
