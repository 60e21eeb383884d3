using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using ChatSupport.Bench.Storm;
using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using NodaTime.Extensions;
using Npgsql;

namespace ChatSupport.Bench.Scale;

/// <summary>What one operation of the whole desk costs when its store holds ever more tickets: flat, or something is searched that should be found.</summary>
internal sealed class ScaleBench(Store store, ServiceDesk desk, LiveDirectory people, MovedTime time)
{
    private const int Times = 300;

    private readonly Actor nadia = Actor.Of(people.Current.Person("nadia.benali")!);
    private readonly string startedAt = IsoTime.Write(time.GetUtcNow().ToInstant() - Duration.FromMinutes(10));
    private int declared;

    /// <param name="postgres">A connection string of an empty database; null for a file.</param>
    public static async Task Run(string? postgres, params int[] sizes)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("scale-").FullName;
        var crowd = new StormPeople(ScaleFill.Clients);
        await File.WriteAllTextAsync(StormDesk.DirectoryIn(folder), crowd.Directory());
        try
        {
            using var people = new LiveDirectory(StormDesk.DirectoryIn(folder), TimeProvider.System, NullLogger<LiveDirectory>.Instance);
            IReadOnlyList<string> statements;
            await using (var first = await Store.Open(Path.Combine(folder, "first.db")))
            {
                await Of(first, people).Measure();
                statements = await ScalePlans.Statements(first);
            }
            var file = Path.Combine(folder, "desk.db");
            await using var store = await Store.Open(postgres ?? file);
            var bench = Of(store, people);
            Console.WriteLine($"{(postgres is null ? "SQLite" : "PostgreSQL")}: µs an operation, one after another, medians of {Times}; the sweep: each of {Times} that fall due together");
            Console.WriteLine("  tickets   declare  acknowledge  client's list  desk's list  nothing due     sweep  claim and settle   filled in");
            await bench.Measure();
            var held = 0;
            foreach (var size in sizes)
            {
                await using DbConnection filling = postgres is null ? new SqliteConnection($"Data Source={file};Pooling=False;Default Timeout=60") : new NpgsqlConnection(postgres + ";Pooling=false;Command Timeout=0");
                var filled = await Cost.Of(() => ScaleFill.Fill(filling, held + 1, size));
                held = size;
                var measured = await bench.Measure();
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size,9} {measured} {filled.Time.TotalSeconds,9:N1} s"));
            }
            await ScalePlans.Print(store, postgres, statements);
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    private static ScaleBench Of(Store store, LiveDirectory people)
    {
        var time = new MovedTime();
        return new(store, new ServiceDesk(store, people, new DeskClock(time), new HashSet<Way> { Way.Mail, Way.Slack, Way.Teams }), people, time);
    }

    private async Task<string> Measure()
    {
        var references = new Queue<string>();
        var declare = await Median(async () => references.Enqueue(await Declare()));
        var acknowledge = await Median(() => Acknowledge(references.Dequeue()));
        var client = await Median(() => store.Read(reader => reader.FindTickets(new(Client: StormPeople.Client(declared++), OpenOnly: true, Limit: 20))));
        var queue = await Median(() => store.Read(reader => reader.FindTickets(new(OpenOnly: true, Order: TicketOrder.Deadline, Limit: 50))));
        var nothing = await Median(() => desk.Sweep(256));
        var sweep = await Sweep();
        var now = time.GetUtcNow().ToInstant();
        var claim = await Median(async () =>
        {
            foreach (var message in await store.Write(session => session.ClaimMessages(now, now + Duration.FromMinutes(1), tray => tray == Tray.Mail ? 1 : 0)))
                await store.Write(session => session.Sent(message, now, vendorId: null));
        });
        return string.Create(CultureInfo.InvariantCulture, $"{declare,9:N0} {acknowledge,12:N0} {client,14:N0} {queue,12:N0} {nothing,12:N0} {sweep,9:N0} {claim,17:N0}");
    }

    private async Task<string> Declare()
    {
        var contact = declared++ * StormPeople.ContactsEach % (ScaleFill.Clients * StormPeople.ContactsEach);
        var answers = StormPeople.Answers.Append(new("startedAt", startedAt)).Append(new("tenantId", StormPeople.Tenant(contact)))
            .ToDictionary(answer => answer.Key, answer => FieldAnswer.Of(answer.Value), StringComparer.Ordinal);
        var origin = new Origin(Actor.Of(people.Current.Contact(StormPeople.Contact(contact))!), Door.Api, new DeliveryKey("scale", $"{declared}"), "hash");
        return Accepted(await desk.Declare(new Declare(StormPeople.Client(contact), StormPeople.Contact(contact), answers), origin));
    }

    private async Task Acknowledge(string reference) =>
        Accepted(await desk.Act(reference, new Acknowledge("Nous regardons."), new Origin(nadia, Door.Api, new DeliveryKey("scale", $"ack {reference}"), "hash")));

    /// <summary>As many as were measured, declared and not taken, a week later.</summary>
    private async Task<double> Sweep()
    {
        await desk.Sweep(int.MaxValue);
        for (var n = 0; n < Times; n++)
            await Declare();
        time.By += TimeSpan.FromDays(7);
        var (swept, began) = (0, Stopwatch.GetTimestamp());
        while (await desk.Sweep(256) is > 0 and var some)
            swept += some;
        return Stopwatch.GetElapsedTime(began).TotalMicroseconds / swept;
    }

    private static string Accepted(Answer answer) =>
        answer is Answer.Accepted { Ticket.Reference: var reference } ? reference : throw new InvalidOperationException($"{answer}");

    private static async Task<double> Median(Func<Task> operation)
    {
        var costs = new List<double>();
        for (var i = 0; i < Times; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await operation();
            costs.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds);
        }
        return costs.Order().ElementAt(Times / 2);
    }
}

/// <summary>The real time, or so much later.</summary>
internal sealed class MovedTime : TimeProvider
{
    public TimeSpan By { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + By;
}
