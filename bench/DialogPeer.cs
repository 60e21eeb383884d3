using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Text.Json;

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

/// <summary>The Node driver of <c>bench/peers/dialogs</c>, a thread for each core.</summary>
internal static class DialogPeer
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <returns>Null where its packages are not installed.</returns>
    public static async Task<Turns?> Measure(int people, int declarationsEach)
    {
        var folder = Path.Combine(Environment.CurrentDirectory, "bench", "peers", "dialogs");
        if (!System.IO.Directory.Exists(Path.Combine(folder, "node_modules")))
            return null;
        string[] args = ["driver.mjs", .. new[] { people, declarationsEach, Environment.ProcessorCount }.Select(number => number.ToString(CultureInfo.InvariantCulture))];
        using var node = Process.Start(new ProcessStartInfo("node", args) { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false })!;
        var (turns, seconds, processor) = JsonSerializer.Deserialize<Printed>(await node.StandardOutput.ReadToEndAsync(), Json)!;
        await node.WaitForExitAsync();
        return new Turns(turns, seconds, processor);
    }

    private sealed record Printed(int Turns, double Seconds, double Processor);
}
