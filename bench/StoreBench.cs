using System.Diagnostics;
using System.IO;
using ChatSupport.Desk.Storage;
using NodaTime;

namespace ChatSupport.Bench;

/// <summary>Durable declarations a second through the store, beside a bare group commit of the same rows on the same schema.</summary>
public static class StoreBench
{
    private const int Callers = 256;
    private const int Sample = 4_000;
    private const int Samples = 7;

    /// <param name="sizes">How many tickets the store holds when each sample is taken, ascending.</param>
    public static async Task Run(params int[] sizes)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("store-bench").FullName;
        try
        {
            await Measure(folder, sizes);
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Measure(string folder, int[] sizes)
    {
        var bareFile = Path.Combine(folder, "bare.db");
        await (await Store.Open(bareFile)).DisposeAsync();
        using var bare = new BareGroupCommit(bareFile);
        await using var store = await Store.Open(Path.Combine(folder, "store.db"));
        Console.WriteLine($"{Callers} callers, {Samples} samples of {Sample} declarations each, medians");
        Console.WriteLine("  tickets   store/s    bare/s   ratio   store cpu µs   bare cpu µs   list µs");
        var held = 0;
        foreach (var size in sizes)
        {
            // What was declared long ago was also told long ago.
            for (var step = Math.Min(size - held, 20_000); step > 0; held += step, step = Math.Min(size - held, 20_000))
            {
                await Through(store, held, step);
                await Drain(store);
                bare.Declare(held, step, Callers);
                bare.Drain();
            }

            // Turn by turn, so that a noisy machine disturbs both alike.
            var ours = new List<Cost>();
            var theirs = new List<Cost>();
            for (var i = 0; i < Samples; i++, held += Sample)
            {
                ours.Add(await Cost.Of(() => Through(store, held, Sample)));
                theirs.Add(await Cost.Of(() => Task.Run(() => bare.Declare(held, Sample, Callers))));
            }

            Print(size, ours, theirs, await Listing(store));
        }
    }

    private static void Print(int size, List<Cost> ours, List<Cost> theirs, double list)
    {
        var rates = $"{Median(ours, PerSecond),9:N0} {Median(theirs, PerSecond),9:N0} {Median(ours.Zip(theirs), Ratio),7:P0}";
        Console.WriteLine($"{size,9} {rates} {Median(ours, Cpu),14:N0} {Median(theirs, Cpu),13:N0} {list,9:N0}");
    }

    private static async Task Through(Store store, int from, int count)
    {
        var next = from - 1;
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(Caller)));

        async Task Caller()
        {
            for (var n = Interlocked.Increment(ref next); n < from + count; n = Interlocked.Increment(ref next))
            {
                var declaration = new BenchDeclaration(n);
                await store.Write(declaration.Declare);
            }
        }
    }

    private static async Task Drain(Store store)
    {
        while (await store.Write(SendAll) > 0)
        {
        }

        static async ValueTask<int> SendAll(Session session)
        {
            var at = BenchDeclaration.End;
            var claimed = await session.ClaimMessages(at, at + Duration.FromMinutes(1), _ => 1000);
            foreach (var message in claimed)
                await session.Sent(message, at, vendorId: null);
            return claimed.Count;
        }
    }

    /// <returns>How many microseconds the first page of a client's open tickets takes.</returns>
    private static async Task<double> Listing(Store store)
    {
        const int Times = 200;
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Times; i++)
            await store.Read(reader => reader.FindTickets(new(Client: BenchDeclaration.Client(i), OpenOnly: true, Limit: 20)));
        return watch.Elapsed.TotalMicroseconds / Times;
    }

    private static double Median<T>(IEnumerable<T> samples, Func<T, double> measure) => samples.Select(measure).Order().ElementAt(Samples / 2);

    private static double PerSecond(Cost cost) => Sample / cost.Time.TotalSeconds;

    private static double Cpu(Cost cost) => cost.Cpu.TotalMicroseconds / Sample;

    private static double Ratio((Cost Ours, Cost Theirs) pair) => pair.Theirs.Time / pair.Ours.Time;
}
