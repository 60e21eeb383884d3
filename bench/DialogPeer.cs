using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ChatSupport.Bench.Doors;

namespace ChatSupport.Bench;

/// <summary>So many turns in so long, and what they cost.</summary>
/// <param name="Count">How many turns.</param>
/// <param name="Seconds">From the first to the last.</param>
/// <param name="Processor">In seconds of all cores together: on a busy machine only that can be compared.</param>
internal sealed record Turns(int Count, double Seconds, double Processor)
{
    public double PerSecond => Count / Seconds;

    public double PerProcessorSecond => Count / Processor;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{PerSecond:N0}/s ({Processor / Count * 1e6:N0} µs of processor each)");
}

/// <summary>The Node driver of <c>bench/peers/dialogs</c>, a thread for each core: botbuilder-dialogs with its memory storage, or with one on SQLite.</summary>
internal static class DialogPeer
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <param name="file">Where each turn is durable before it is over, a file for each thread beside it; null: in memory.</param>
    public static async Task<Turns> Measure(int people, int declarationsEach, string? file = null)
    {
        var folder = await Server.Peer("dialogs");
        string[] args = ["driver.mjs", .. new[] { people, declarationsEach, Environment.ProcessorCount }.Select(number => number.ToString(CultureInfo.InvariantCulture)), .. file is null ? [] : new[] { file }];
        using var node = Process.Start(new ProcessStartInfo("node", args) { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false })!;
        var (turns, seconds, processor) = JsonSerializer.Deserialize<Printed>(await node.StandardOutput.ReadToEndAsync(), Json)!;
        await node.WaitForExitAsync();
        return new Turns(turns, seconds, processor);
    }

    private sealed record Printed(int Turns, double Seconds, double Processor);
}
