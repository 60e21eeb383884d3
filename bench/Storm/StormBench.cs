using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Contracts;

namespace ChatSupport.Bench.Storm;

/// <summary>
/// A region goes down: every named contact declares within a minute, each at an instant of their own, whether the others were answered or
/// not. What counts is how long each waited from the instant at which they meant to send.
/// </summary>
internal static class StormBench
{
    /// <param name="settings">Without any, one instance on its file; with a PostgreSQL connection and a Redis address, two on those.</param>
    public static async Task Run(int clients, int seconds, params string[] settings)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("storm-").FullName;
        var people = new StormPeople(clients);
        await File.WriteAllTextAsync(Path.Combine(folder, "directory.yaml"), people.Directory());
        var desks = new List<StormDesk>();
        try
        {
            if (settings is [var store, .. var redis])
                for (var instance = 0; instance < 2; instance++)
                    desks.Add(await StormDesk.Start(folder, [$"--ConnectionStrings:Desk={store}", .. redis.Select(address => $"--ConnectionStrings:Redis={address}")]));
            else
                desks.Add(await StormDesk.Start(folder, $"--ConnectionStrings:Desk={Path.Combine(folder, "desk.db")}"));
            await Measure(desks, people, TimeSpan.FromSeconds(seconds));
        }
        finally
        {
            desks.ForEach(desk => desk.Dispose());
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Measure(List<StormDesk> desks, StormPeople people, TimeSpan length)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", StormDesk.Key) } };
        var startedAt = IsoTime.Write(NodaTime.Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()) - NodaTime.Duration.FromMinutes(10));
        var began = Stopwatch.GetTimestamp();
        var answers = await Task.WhenAll(Enumerable.Range(0, people.Contacts).Select(Declare));
        var took = Stopwatch.GetElapsedTime(began);

        var waits = answers.Select(answer => answer.Wait.TotalMilliseconds).Order().ToList();
        var wrong = answers.Count(answer => !answer.IsRight);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"storm: {people.Contacts:N0} contacts of {people.Clients:N0} clients, {desks.Count} instance(s): {people.Contacts / took.TotalSeconds:N0}/s, waits in ms p50 {At(0.5):N0}, p99 {At(0.99):N0}, p99.9 {At(0.999):N0}, longest {waits[^1]:N0}; {answers.Select(answer => answer.Reference).Distinct().Count():N0} tickets, {wrong} wrong deadlines; peak memory {string.Join(" + ", desks.Select(desk => desk.MemoryMiB.ToString("N0", CultureInfo.InvariantCulture)))} MiB"));

        double At(double share) => waits[Math.Min(waits.Count - 1, (int)(share * waits.Count))];

        async Task<Declared> Declare(int contact)
        {
            // In no order, and evenly over the minute.
            var due = length * ((contact * 7919L) % people.Contacts) / people.Contacts;
            await Task.Delay(due, TimeProvider.System);
            var desk = desks[contact % desks.Count];
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(desk.Address, "/api/tickets")) { Content = JsonContent.Create(StormPeople.Declaration(contact, startedAt)), Headers = { { "Idempotency-Key", StormPeople.Contact(contact) } } };
            using var response = await http.SendAsync(request);
            var ticket = await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
            return new Declared(Stopwatch.GetElapsedTime(began) - due, ticket.GetProperty("reference").GetString()!, IsDeadlineRight(ticket));
        }
    }

    private static bool IsDeadlineRight(JsonElement ticket)
    {
        var declared = IsoTime.Read(ticket.GetProperty("declaredAt").GetString()!)!.Value;
        var due = ticket.GetProperty("clock").GetProperty("dueAt").GetString();
        return due is not null && IsoTime.Read(due) == Explanation.Of(Plan.Business, Priority.P1, declared).DueAt;
    }

    private sealed record Declared(TimeSpan Wait, string Reference, bool IsRight);
}
