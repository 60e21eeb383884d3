using System.Diagnostics;
using ChatSupport.Desk.Contracts;
using NodaTime;

namespace ChatSupport.Bench;

/// <summary>What one initial-response deadline costs, over ten years of declarations, every plan and priority.</summary>
internal static class DeadlineBench
{
    private const int Calls = 4_000_000;
    private static readonly Instant First = Instant.FromUtc(2024, 1, 1, 0, 0);

    public static void Run()
    {
        Measure();
        var (time, allocated) = Measure();
        Console.WriteLine(FormattableString.Invariant(
            $"deadline: {time.TotalNanoseconds / Calls:0} ns and {(double)allocated / Calls:0.###} bytes a call, over {Calls:#,0} calls"));
    }

    private static (TimeSpan Time, long Allocated) Measure()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();
        var due = 0;
        for (var call = 0; call < Calls; call++)
        {
            // A stride of 7919 minutes, a prime, meets every hour of every kind of day.
            var from = First + Duration.FromMinutes(call * 7919L % 5_256_000);
            if (InitialResponse.Deadline((Plan)(call % 3), (Priority)(1 + call / 3 % 3), from) is not null) due++;
        }

        var time = Stopwatch.GetElapsedTime(started);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return due == 0 ? throw new InvalidOperationException("No deadline was computed.") : (time, allocated);
    }
}
