using System.Globalization;

namespace ChatSupport.Bench.Doors;

/// <summary>One way of putting one server to the test.</summary>
/// <param name="Make">Makes requests, so many from this number on.</param>
internal sealed record Entrant(string Name, Server Server, Func<int, int, byte[][]> Make);

/// <summary>Entrants put to the same load, turn by turn, so that whatever else the machine does disturbs them alike.</summary>
/// <param name="ours">What is told of them is how often they are as fast as each of the peers.</param>
internal sealed class Contest(IReadOnlyList<Entrant> ours, IReadOnlyList<Entrant> peers, int rounds)
{
    private const int WarmUp = 30_000;
    private const int Sample = 10_000;
    private const int Paced = 2_000;

    private readonly Dictionary<Entrant, int> made = [];
    private readonly Dictionary<Entrant, List<double>> rates = ours.Concat(peers).ToDictionary(one => one, _ => new List<double>());

    public async Task Run()
    {
        foreach (var one in rates.Keys)
            await Load.AtFullSpeed(one.Server.Url, Make(one, WarmUp));
        for (var round = 0; round < rounds; round++)
            foreach (var one in rates.Keys)
                rates[one].Add(await Rate(one));
        foreach (var one in ours)
            foreach (var peer in peers)
                Compare(one, peer);
        var pace = peers.Min(peer => rates[peer].Min()) / 2;
        foreach (var one in rates.Keys)
            await Latency(one, pace);
    }

    private async Task<double> Rate(Entrant one)
    {
        var requests = Make(one, Sample);
        var before = one.Server.Cpu;
        var measured = await Load.AtFullSpeed(one.Server.Url, requests);
        var cpu = (one.Server.Cpu - before).TotalMicroseconds / Sample;
        Say($"{one.Name,-24} {measured.PerSecond,8:N0}/s   p50 {measured.Median,6:0.0} ms   p99 {measured.P99,6:0.0} ms   cpu {cpu,5:0} µs   told to come again {measured.Refused}");
        return measured.PerSecond;
    }

    private void Compare(Entrant one, Entrant peer)
    {
        var ratios = rates[one].Zip(rates[peer], (mine, theirs) => mine / theirs).Order().ToList();
        Say($"{one.Name} to {peer.Name}: {ratios[0]:0.0} - {ratios[rounds / 2]:0.0} - {ratios[^1]:0.0} times (least, median, most of {rounds} rounds)");
    }

    /// <summary>At a pace that all of them keep up with by far.</summary>
    private async Task Latency(Entrant one, double perSecond)
    {
        var measured = await Load.AtRate(one.Server.Url, Make(one, Paced), perSecond);
        Say($"at {perSecond:N0}/s {one.Name,-24} p50 {measured.Median,6:0.0} ms   p99 {measured.P99,6:0.0} ms");
    }

    private byte[][] Make(Entrant one, int count)
    {
        var first = made.GetValueOrDefault(one);
        made[one] = first + count;
        return one.Make(first, count);
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
