using System.Diagnostics;
using System.Globalization;
using ChatSupport.Bot.Dialogs;
using ChatSupport.Desk;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatSupport.Bench;

/// <summary>
/// Durable turns of conversation a second: whole declarations, question by question, by many people at once. Each turn is a transaction
/// of its own that is on the disk before its replies are returned.
/// </summary>
internal static class DialogBench
{
    private const int Clients = 256;
    private const int DeclarationsEach = 5;

    private static readonly string[] Services = ["VM", "réseau", "volumes"];

    public static async Task Run()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("dialog-bench").FullName;
        try
        {
            var file = System.IO.Path.Combine(folder, "directory.yaml");
            await System.IO.File.WriteAllTextAsync(file, Cast());
            using var people = new LiveDirectory(file, TimeProvider.System, NullLogger<LiveDirectory>.Instance);
            await using var store = await Store.Open(System.IO.Path.Combine(folder, "desk.db"));
            var conversations = new Conversations(new ServiceDesk(store, people, new DeskClock(TimeProvider.System), new HashSet<Way>()), []);
            await Measure(conversations, people.Current);
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Measure(Conversations conversations, Directory people)
    {
        await Task.WhenAll(people.Clients.Select(client => Task.Run(() => Declare(conversations, client.Contacts[0], 0))));
        var watch = Stopwatch.StartNew();
        var turns = await Task.WhenAll(people.Clients.Select(client => Task.Run(() => DeclareAll(conversations, client.Contacts[0]))));
        var took = watch.Elapsed;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"dialogs: {turns.Sum() / took.TotalSeconds:N0} durable turns/s, {Clients * DeclarationsEach / took.TotalSeconds:N0} declarations/s; {turns.Sum():N0} turns of {Clients} people at once"));
    }

    private static async Task<int> DeclareAll(Conversations conversations, Contact contact)
    {
        var turns = 0;
        for (var n = 1; n <= DeclarationsEach; n++)
            turns += await Declare(conversations, contact, n);
        return turns;
    }

    /// <returns>How many turns it took.</returns>
    private static async Task<int> Declare(Conversations conversations, Contact contact, int n)
    {
        string[] words =
        [
            $"nos {Services[n % Services.Length]} de fr{1 + (n / Services.Length % 2)} sont injoignables depuis 10 minutes, toute la prod", "les commandes sont arrêtées", "tous", "non", "P1",
            "plus rien ne tourne", Guid.NewGuid().ToString(), "redémarrage par l’API, sans effet", "+33639980201", "oui", "déclarer",
        ];
        var turns = 0;
        foreach (var said in words)
        {
            var replies = await conversations.Take(new Turn(
                contact, Door.Web, $"web:{contact.Id}", new DeliveryKey("bench", $"{contact.Id}-{n}-{turns}"), new Input.Words(said)));
            turns++;
            if (replies.OfType<Reply.Card>().Any())
                return turns;
        }

        throw new InvalidOperationException("Nothing was declared.");
    }

    private static string Cast() => string.Join('\n', Enumerable.Range(0, Clients)
        .Select(n => $"  - {{ id: client-{n}, name: Client {n}, plan: BUSINESS, tenants: [{n:x32}], contacts: [{{ id: contact-{n}, name: {{ first: Ana, last: N{n} }} }}] }}")
        .Prepend("clients:")
        .Append("desk: { engineers: [{ id: nadia, name: { first: Nadia, last: Benali }, role: supervisor }] }")
        .Append("onCall: { handover: { day: Monday, time: \"09:00\" }, rotation: [nadia], since: 2026-11-02 }"));
}
