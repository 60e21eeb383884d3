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
/// of its own that is on the disk before its replies are returned. Beside it, in the same run, the same dialog in botbuilder-dialogs: with its
/// state in memory, and with its state on the disk at the end of each turn.
/// </summary>
internal static class DialogBench
{
    private const int Clients = 1000;
    private const int DeclarationsEach = 5;
    private const int WarmingUp = 5;
    private const int Rounds = 3;

    private static readonly string[] Services = ["VM", "réseau", "volumes"];

    public static async Task Run()
    {
        // Both sides are compared warm: the other one warms up by itself.
        for (var round = 0; round < WarmingUp; round++)
            await MeasureAfresh();
        for (var round = 0; round < Rounds; round++)
            Compare(await MeasureAfresh(), await DialogPeer.Measure(Clients, DeclarationsEach), await MeasureDurable());
    }

    /// <summary>On a store of its own: nothing that is declared looks like what somebody declared before.</summary>
    private static async Task<Turns> MeasureAfresh()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("dialog-bench").FullName;
        try
        {
            // Apart from the store, as in the program: the file is watched, and with it everything that is written beside it.
            var file = System.IO.Path.Combine(System.IO.Directory.CreateDirectory(System.IO.Path.Combine(folder, "people")).FullName, "directory.yaml");
            await System.IO.File.WriteAllTextAsync(file, Cast());
            using var people = new LiveDirectory(file, TimeProvider.System, NullLogger<LiveDirectory>.Instance);
            await using var store = await Store.Open(System.IO.Path.Combine(folder, "desk.db"));
            var conversations = new Conversations(new ServiceDesk(store, people, new DeskClock(TimeProvider.System), new HashSet<Way>()), []);
            await Declare(conversations, people.Current, declarations: 1, first: 0);
            return await Measure(conversations, people.Current);
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Turns> Measure(Conversations conversations, Directory people)
    {
        var turns = 0;
        var cost = await Cost.Of(async () => turns = await Declare(conversations, people, DeclarationsEach, first: 1));
        return new Turns(turns, cost.Time.TotalSeconds, cost.Cpu.TotalSeconds);
    }

    private static async Task<Turns> MeasureDurable()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("dialog-peer").FullName;
        try
        {
            return await DialogPeer.Measure(Clients, DeclarationsEach, System.IO.Path.Combine(folder, "dialogs.db"));
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    private static void Compare(Turns ours, Turns inMemory, Turns durable)
    {
        Console.WriteLine($"dialogs {ours} durable");
        Say("in memory", inMemory);
        Say("on SQLite", durable);

        void Say(string where, Turns theirs) => Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  botbuilder-dialogs {where} {theirs}: ratio {ours.PerSecond / theirs.PerSecond:N1}, by processor time {ours.PerProcessorSecond / theirs.PerProcessorSecond:N1}"));
    }

    /// <summary>Everybody at once, each one declaration after another.</summary>
    /// <returns>How many turns it took.</returns>
    private static async Task<int> Declare(Conversations conversations, Directory people, int declarations, int first)
    {
        var turns = await Task.WhenAll(people.Clients.Select(client => Task.Run(async () =>
        {
            var turns = 0;
            for (var n = first; n < first + declarations; n++)
                turns += await Declare(conversations, client.Contacts[0], n);
            return turns;
        })));
        return turns.Sum();
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
                contact, Door.Web, $"web:{contact.Id}", new DeliveryKey("bench", $"{TimeProvider.System.GetTimestamp()}:{contact.Id}"), new Input.Words(said)));
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
