using System.Diagnostics;
using System.Net.Http.Json;
using ChatSupport.Tests.Carriers;
using ChatSupport.Tests.Delivery;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Deploy;

/// <summary>The program is told to stop when its store is gone already, and a message is still on its way.</summary>
public sealed class FarewellTests : IAsyncLifetime
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(10);

    private readonly TaskCompletionSource never = new();
    private SmtpCarrier carrier = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        carrier = new SmtpCarrier();
        carrier.Answers(SmtpCarrier.EndOfData, SmtpCarrier.HangUp, until: never.Task);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        never.SetResult();
        return carrier.DisposeAsync();
    }

    [Fact]
    public async Task With_a_full_disk_it_stops_in_good_order_and_says_what_it_leaves_behind()
    {
        using var disk = await SmallDisk.Mount(megabytes: 16);
        await using var run = await Sending("--environment=Development", "--Demo:Enabled=true", $"--ConnectionStrings:Desk={disk.Folder}/desk.db");

        disk.Fills();
        var said = await Stops(run);

        Assert.Contains("What was being sent could not be given up: The store is full", said, StringComparison.Ordinal);
        Assert.Contains("The demo's clock could not be kept: The store is full", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_its_database_it_stops_in_good_order_and_says_what_it_leaves_behind(bool isAsleep)
    {
        using var server = await PostgresServer.Start();
        await using var run = await Sending("--environment=Production", $"--ConnectionStrings:Desk={await server.NewDatabase()}");

        await (isAsleep ? server.Pauses() : server.Stop());
        var said = await Stops(run);

        Assert.Contains("What was being sent could not be given up", said, StringComparison.Ordinal);
        Assert.Contains("The other instances could not be told that this one goes", said, StringComparison.Ordinal);
    }

    private async Task<ProgramRun> Sending(params string[] settings)
    {
        var run = ProgramRun.Start([
            "--urls=http://127.0.0.1:0", "--Api:Keys:desk=key", .. settings, .. carrier.Settings,
            $"--Directory:Path={System.IO.Path.Combine(AppContext.BaseDirectory, "demo", "directory.yaml")}"]);
        var url = (await run.Says("Now listening on:").InTime()).Split(": ")[^1];
        using var http = new HttpClient { BaseAddress = new Uri(url), DefaultRequestHeaders = { Authorization = new("Bearer", "key") } };
        using var declared = await http.PostAsJsonAsync("/api/tickets", SampleDeclaration.Of("paul.renard"), Stop);
        Assert.True(declared.IsSuccessStatusCode);
        await Eventually.Holds(() => carrier.Connections > 0);
        return run;
    }

    /// <returns>What it says until it has ended.</returns>
    private static async Task<string> Stops(ProgramRun run)
    {
        var asked = Stopwatch.GetTimestamp();
        await run.Terminate();
        var said = await run.WritesToTheEnd().InTime();
        await run.Ends().InTime();
        var took = Stopwatch.GetElapsedTime(asked);
        var complaints = await run.Complains();
        Assert.True(run.ExitCode == 0, said + complaints);
        Assert.InRange(took, TimeSpan.Zero, Most);
        Assert.DoesNotContain("Unhandled", said + complaints, StringComparison.Ordinal);
        return said;
    }
}
