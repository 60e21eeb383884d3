using System.Collections.Concurrent;
using System.Globalization;

namespace ChatSupport.Bench.Storm;

/// <summary>How long people waited at each door, from the instant at which they meant to do something until they had its answer, and what was wrong with the answers.</summary>
internal sealed class StormWaits(TimeSpan length)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<(string Door, string Step), ConcurrentQueue<TimeSpan>> waits = new();
    private readonly ConcurrentDictionary<string, int> references = new();
    private readonly ConcurrentQueue<string> unanswered = new();
    private readonly ConcurrentQueue<string> strange = new();

    public void Add(string door, string step, TimeSpan wait) => waits.GetOrAdd((door, step), _ => new()).Enqueue(wait);

    public void Declared(string reference) => references.AddOrUpdate(reference, 1, (_, times) => times + 1);

    public void Unanswered(string why) => unanswered.Enqueue(why);

    public void Strange(string shown) => strange.Enqueue(shown);

    public void Print()
    {
        Say($"  {"",-16} {"people",8} {"a second",9} {"p50 ms",8} {"p99 ms",8} {"p99.9 ms",9} {"longest ms",11}  later than {Patience.TotalSeconds:0} s");
        foreach (var ((door, step), those) in waits.OrderBy(one => one.Key.Door, StringComparer.Ordinal).ThenByDescending(one => one.Key.Step, StringComparer.Ordinal))
            Print($"{door}, {step}", those);
        Print("all, declared", waits.Where(one => one.Key.Step == "declared").SelectMany(one => one.Value));
        Say($"  {references.Count:N0} references for {references.Values.Sum():N0} declarations; {unanswered.Count} not answered; {strange.Count} answers named another client");
        foreach (var example in unanswered.Take(3).Concat(strange.Take(1)))
            Say($"    {example[..Math.Min(example.Length, 1_000)]}");
    }

    private void Print(string what, IEnumerable<TimeSpan> waited)
    {
        var sorted = waited.Select(wait => wait.TotalMilliseconds).Order().ToList();
        Say($"  {what,-16} {sorted.Count,8:N0} {sorted.Count / (length.TotalSeconds + (sorted[^1] / 1000)),9:N1} {At(0.5),8:N0} {At(0.99),8:N0} {At(0.999),9:N0} {sorted[^1],11:N0}  {sorted.Count(wait => wait > Patience.TotalMilliseconds)}");

        double At(double share) => sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
