using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ChatSupport.Tests.Carriers;
using ChatSupport.Tests.Delivery;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Deploy;

/// <summary>The program as processes of their own, told to stop as an orchestrator does.</summary>
public sealed class DrainTests : IDisposable
{
    private const int Callers = 16;
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(10);
    private readonly System.IO.DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("drain-");

    [Fact]
    public async Task Told_to_stop_under_load_it_answers_whom_it_let_in_and_loses_nothing_that_it_answered()
    {
        var answered = new ConcurrentBag<string>();
        var unasked = new ConcurrentBag<HttpStatusCode>();
        TimeSpan took;
        await using (var run = Start())
        {
            using var http = await Listening(run);
            var load = Enumerable.Range(0, Callers).Select(_ => Task.Run(() => Declare(http, answered, unasked))).ToList();
            await Eventually.Holds(() => answered.Count > 100);

            var asked = Stopwatch.GetTimestamp();
            await run.Terminate();
            await run.Ends().InTime();
            took = Stopwatch.GetElapsedTime(asked);
            await Task.WhenAll(load).InTime();
            Assert.Equal(0, run.ExitCode);
        }

        Assert.InRange(took, TimeSpan.Zero, Most);
        Assert.All(unasked, status => Assert.Equal(HttpStatusCode.ServiceUnavailable, status));
        await using var again = Start();
        using var reader = await Listening(again);
        foreach (var reference in answered)
            Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync($"/api/tickets/{reference}", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task What_a_slow_carrier_holds_is_given_up_and_sent_by_whoever_comes_next_at_once()
    {
        await using var carrier = new SmtpCarrier();
        var never = new TaskCompletionSource();
        carrier.Answers(SmtpCarrier.EndOfData, SmtpCarrier.HangUp, times: 1, until: never.Task);
        await using (var run = Start(carrier.Settings))
        {
            using var http = await Listening(run);
            var declared = await http.PostAsJsonAsync("/api/tickets", SampleDeclaration.Of("paul.renard"), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Created, declared.StatusCode);
            await Eventually.Holds(() => carrier.Connections > 0);

            var asked = Stopwatch.GetTimestamp();
            await run.Terminate();
            await run.Ends().InTime();
            Assert.InRange(Stopwatch.GetElapsedTime(asked), TimeSpan.Zero, Most);
        }

        var restarted = Stopwatch.GetTimestamp();
        await using var next = Start(carrier.Settings);
        var mail = await carrier.Next();
        Assert.InRange(Stopwatch.GetElapsedTime(restarted), TimeSpan.Zero, TimeSpan.FromSeconds(30));
        Assert.Contains("INC-000001", mail.Subject, StringComparison.Ordinal);
        never.SetResult();
    }

    [Fact]
    public async Task Another_instance_on_the_same_database_sends_at_once_what_one_that_stops_was_sending()
    {
        await using var carrier = new SmtpCarrier();
        var never = new TaskCompletionSource();
        carrier.Answers(SmtpCarrier.EndOfData, SmtpCarrier.HangUp, times: 1, until: never.Task);
        var database = $"--ConnectionStrings:Desk={await (await PostgresServer.Shared).NewDatabase()}";
        await using var run = Start([.. carrier.Settings, database]);
        using var http = await Listening(run);
        await http.PostAsJsonAsync("/api/tickets", SampleDeclaration.Of("paul.renard"), TestContext.Current.CancellationToken);
        await Eventually.Holds(() => carrier.Connections > 0);
        await using var other = Start([.. carrier.Settings, database]);
        using var _ = await Listening(other);

        await run.Terminate();
        await run.Ends().InTime();

        var waited = Stopwatch.GetTimestamp();
        Assert.Contains("INC-000001", (await carrier.Next()).Subject, StringComparison.Ordinal);
        Assert.InRange(Stopwatch.GetElapsedTime(waited), TimeSpan.Zero, TimeSpan.FromSeconds(10));
        never.SetResult();
    }

    public void Dispose() => folder.Delete(recursive: true);

    private ProgramRun Start(params string[] settings) => ProgramRun.Start([
        "--environment=Production", "--urls=http://127.0.0.1:0", "--Api:Keys:desk=key", $"--ConnectionStrings:Desk={System.IO.Path.Combine(folder.FullName, "desk.db")}",
        $"--Directory:Path={System.IO.Path.Combine(AppContext.BaseDirectory, "demo", "directory.yaml")}", .. settings]);

    private static async Task<HttpClient> Listening(ProgramRun run)
    {
        var url = (await run.Says("Now listening on:").InTime()).Split(": ")[^1];
        return new HttpClient { BaseAddress = new Uri(url), DefaultRequestHeaders = { Authorization = new("Bearer", "key") } };
    }

    /// <summary>Declares one after another until nobody is there any more.</summary>
    private static async Task Declare(HttpClient http, ConcurrentBag<string> answered, ConcurrentBag<HttpStatusCode> others)
    {
        try
        {
            while (true)
            {
                using var answer = await http.PostAsJsonAsync("/api/tickets", SampleDeclaration.Of("paul.renard"));
                if (answer.StatusCode == HttpStatusCode.Created)
                    answered.Add(JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("reference").GetString()!);
                else
                    others.Add(answer.StatusCode);
            }
        }
        catch (HttpRequestException)
        {
            // It does not listen any more.
        }
    }
}
