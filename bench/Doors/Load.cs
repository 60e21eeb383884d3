using System.Diagnostics;

namespace ChatSupport.Bench.Doors;

/// <summary>What a load measured. Latencies are in milliseconds.</summary>
/// <param name="Refused">How many were told to come again later; only those answered otherwise count as a rate.</param>
internal sealed record Measured(double PerSecond, double Median, double P99, int Refused);

/// <summary>Puts requests that were made and signed beforehand to one server, whichever it is, over the same number of connections.</summary>
internal static class Load
{
    public const int Connections = 64;

    /// <summary>As fast as the server answers.</summary>
    public static Task<Measured> AtFullSpeed(Uri server, IReadOnlyList<byte[]> requests) => Run(server, requests, perSecond: double.PositiveInfinity);

    /// <summary>At this rate whatever the server does: a request that had to wait for its turn has waited for its answer.</summary>
    public static Task<Measured> AtRate(Uri server, IReadOnlyList<byte[]> requests, double perSecond) => Run(server, requests, perSecond);

    private static async Task<Measured> Run(Uri server, IReadOnlyList<byte[]> requests, double perSecond)
    {
        var lines = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Line.To(server)));
        var took = new double[requests.Count];
        var (next, refused) = (-1, 0);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(lines.Select(line => Task.Run(() => Ask(line))));
        var total = watch.Elapsed.TotalSeconds;
        foreach (var line in lines)
            line.Dispose();
        Array.Sort(took);
        return new((requests.Count - refused) / total, took[took.Length / 2], took[took.Length * 99 / 100], refused);

        async Task Ask(Line line)
        {
            for (var n = Interlocked.Increment(ref next); n < requests.Count; n = Interlocked.Increment(ref next))
            {
                var due = double.IsInfinity(perSecond) ? watch.Elapsed : TimeSpan.FromSeconds(n / perSecond);
                if (due - watch.Elapsed is { TotalMilliseconds: > 0 } early)
                    await Task.Delay(early, TimeProvider.System);
                var status = await line.Ask(requests[n]);
                if (status == 503)
                    Interlocked.Increment(ref refused);
                else if (status is < 200 or > 299)
                    throw new InvalidOperationException($"{server} answered {status}.");
                took[n] = (watch.Elapsed - due).TotalMilliseconds;
            }
        }
    }
}
