using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ChatSupport.Desk.Clock;

namespace ChatSupport.Bench.Storm;

/// <summary>What two instances on one PostgreSQL do beside what one does: as many requests as they answer to callers who never pause.</summary>
internal static class InstancesBench
{
    private const int Callers = 32;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(10);

    /// <param name="settings">A PostgreSQL connection, and a Redis address if there is one.</param>
    public static async Task Run(params string[] settings)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("instances-").FullName;
        var people = new StormPeople(Clients: 400);
        await File.WriteAllTextAsync(StormDesk.DirectoryIn(folder), people.Directory());
        try
        {
            var one = await Measure(folder, people, instances: 1, settings);
            var two = await Measure(folder, people, instances: 2, settings);
            foreach (var (what, first, second) in one.Zip(two, (first, second) => (first.What, first.PerSecond, second.PerSecond)))
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: one instance {first:N0}/s, two {second:N0}/s, ratio {second / first:N2}"));
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<List<(string What, double PerSecond)>> Measure(string folder, StormPeople people, int instances, string[] settings)
    {
        var desks = new List<StormDesk>();
        try
        {
            string[] shared = [$"--ConnectionStrings:Desk={settings[0]}", .. settings[1..].Select(address => $"--ConnectionStrings:Redis={address}")];
            while (desks.Count < instances)
                desks.Add(await StormDesk.Start(folder, shared));
            using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", StormDesk.Key) } };
            var startedAt = IsoTime.Write(NodaTime.Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()) - NodaTime.Duration.FromMinutes(10));
            var declared = new ConcurrentQueue<string>();
            var all = Array.Empty<string>();

            // The first round only warms up.
            await Rate(Declare);
            declared.Clear();
            var declares = await Rate(Declare);
            all = [.. declared];
            return [("declare", declares), ("acknowledge", await Rate(Acknowledge)), ("read", await Rate(Read))];

            async Task<bool> Declare(int n)
            {
                using var answer = await http.PostAsJsonAsync(new Uri(AddressOf(n), "/api/tickets"), StormPeople.Declaration(n % people.Contacts, startedAt));
                declared.Enqueue((await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("reference").GetString()!);
                return true;
            }

            async Task<bool> Acknowledge(int n)
            {
                if (!declared.TryDequeue(out var reference))
                    return false;
                using var answer = await http.PostAsJsonAsync(new Uri(AddressOf(n), $"/api/tickets/{reference}/acknowledge"), new { by = "nadia.benali" });
                answer.EnsureSuccessStatusCode();
                return true;
            }

            async Task<bool> Read(int n)
            {
                await http.GetStringAsync(new Uri(AddressOf(n), $"/api/tickets/{all[n % all.Length]}"));
                return true;
            }

            Uri AddressOf(int n) => desks[n % desks.Count].Address;
        }
        finally
        {
            desks.ForEach(desk => desk.Dispose());
        }
    }

    /// <returns>How many a second were done, until the time is over or nothing is left to do.</returns>
    private static async Task<double> Rate(Func<int, Task<bool>> request)
    {
        var (next, done) = (-1, 0);
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async _ =>
        {
            while (Stopwatch.GetElapsedTime(began) < Length && await request(Interlocked.Increment(ref next)))
                Interlocked.Increment(ref done);
        }));
        return done / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
