using System.Diagnostics;

namespace ChatSupport.Bench;

/// <summary>What something took of the clock and of the processors. On a busy machine only the second can be compared between runs.</summary>
public sealed record Cost(TimeSpan Time, TimeSpan Cpu)
{
    public static async Task<Cost> Of(Func<Task> act)
    {
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        await act();
        return new(watch.Elapsed, Environment.CpuUsage.TotalTime - before);
    }
}
