using System.IO;
using ChatSupport.Bot.Delivery;
using ChatSupport.Bot.Watch;
using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using ChatSupport.Tests.Driver;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace ChatSupport.Tests.Delivery;

/// <summary>The desk and its delivery without the rest of the program: a real store, ways that the test scripts, and one clock for both that it moves.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly string folder;
    private readonly bool keepsFolder;

    private Stage(string folder, bool keepsFolder, Store store, FakeTimeProvider time, IWay[] ways)
    {
        (this.folder, this.keepsFolder, Store, Time) = (folder, keepsFolder, store, time);
        File = Path.Combine(folder, "directory.yaml");
        System.IO.File.Copy(Path.Combine(AppContext.BaseDirectory, "demo", "directory.yaml"), File, overwrite: true);
        Directory = new LiveDirectory(File, time, Log.CreateLogger<LiveDirectory>());
        var clock = new DeskClock(time);
        var known = ways.Select(way => way.Way).ToHashSet();
        Desk = new ServiceDesk(store, Directory, clock, known);
        Room = new PostRoom(store, Directory, clock, known);
        Watch = new DoorWatch(time);
        Pump = NewPump(ways);
        Sweep = new Sweep(Desk, Directory, clock, time, Log.CreateLogger<Sweep>());
        Desk.Changed += Pump.Wake;
        Desk.Committed += Sweep.Wake;
        Directory.Changed += _ => Sweep.ScheduleChanged();
    }

    public string File { get; }

    public KeptLog Log { get; } = new();

    public DoorWatch Watch { get; }

    /// <summary>What was shown where tickets are followed.</summary>
    public ScriptedPlaces Places { get; } = new();

    public FakeTimeProvider Time { get; }

    public Store Store { get; }

    public LiveDirectory Directory { get; }

    public ServiceDesk Desk { get; }

    public PostRoom Room { get; }

    public Pump Pump { get; }

    public Sweep Sweep { get; }

    public Instant Now => Instant.FromDateTimeOffset(Time.GetUtcNow());

    /// <summary>On Monday 23 November 2026 at 10:00, nothing running yet.</summary>
    public static Task<Stage> Set(params IWay[] ways) => Open(System.IO.Directory.CreateTempSubdirectory("stage-").FullName, keepsFolder: false, ways);

    /// <summary>The same with the pump running.</summary>
    public static async Task<Stage> Pumping(params IWay[] ways)
    {
        var stage = await Set(ways);
        await stage.Pump.StartAsync(CancellationToken.None);
        return stage;
    }

    /// <summary>In a folder of the test's, where an earlier one may have left its store.</summary>
    public static Task<Stage> In(string folder, params IWay[] ways) => Open(folder, keepsFolder: true, ways);

    /// <summary>On a database of the test's.</summary>
    public static Task<Stage> On(string connection, params IWay[] ways) =>
        Open(System.IO.Directory.CreateTempSubdirectory("stage-").FullName, keepsFolder: false, ways, connection);

    /// <summary>One more pump on the same store, as another instance would have.</summary>
    public Pump NewPump(IWay[] ways, DeliverySettings? settings = null)
    {
        settings ??= new DeliverySettings();
        var courier = new Courier(Room, new Outlets(Room, ways, Places.Letters), settings, Watch, Time, Log.CreateLogger<Courier>());
        return new Pump(Room, courier, settings, Time, Log.CreateLogger<Pump>());
    }

    public Task Drained() => Drained(Pump);

    public static Task Drained(Pump pump) => pump.Drain().InTime();

    public Task CatchesUp() => Sweep.CatchUp().InTime();

    public Task<Instant?> NextDue() => Desk.NextDue();

    public Task<Instant?> NextClaim() => Room.NextClaim(_ => true);

    public Task<IReadOnlyList<ClaimedMessage>> Claims() => Room.Claim(Now, Now + Duration.FromTimeSpan(DeliverySettings.Claim), _ => 10);

    public async Task Later(TimeSpan by)
    {
        Time.Advance(by);
        await Drained();
    }

    public async Task<Ticket> Declares(string contact, params (string Key, object? Value)[] answers)
    {
        var said = SampleDeclaration.Of(contact, answers).Where(pair => pair.Key is not ("client" or "contact") && pair.Value is not null)
            .ToDictionary(pair => pair.Key, pair => pair.Value switch
            {
                string[] several => FieldAnswer.Of(several),
                true => FieldAnswer.Of("true"),
                var one => FieldAnswer.Of((string)one!),
            });
        var person = Directory.Current.Contact(contact)!;
        return Accepted(await Desk.Declare(new Declare(person.ClientId, contact, said), new Origin(Actor.Of(person), Door.Api)));
    }

    public async Task<Ticket> Does(Ticket ticket, string by, TicketAct act) =>
        Accepted(await Desk.Act(ticket.Reference, act, new Origin(Actor.Of(Directory.Current.Person(by)!), Door.Api)));

    /// <summary>Changes the directory file; returns when the change is in force.</summary>
    public async Task Rewrites(string before, string after)
    {
        var changed = new TaskCompletionSource();
        Directory.Changed += _ => changed.TrySetResult();
        var text = await System.IO.File.ReadAllTextAsync(File);
        await System.IO.File.WriteAllTextAsync(File, text.Replace(before, after, StringComparison.Ordinal));
        Time.Advance(LiveDirectory.Polling);
        await changed.Task.InTime();
    }

    public Task<TicketRow?> Row(Ticket ticket) => Store.Read(reader => reader.LoadTicket(ticket.Id));

    public async Task<IReadOnlyList<TicketEvent>> Timeline(Ticket ticket, string? by = null)
    {
        var actor = by is null ? Actor.Desk : Actor.Of(Directory.Current.Person(by)!);
        return [.. (await Desk.Timeline(ticket, actor)).Select(happening => happening.What)];
    }

    public async ValueTask DisposeAsync()
    {
        await Sweep.StopAsync(CancellationToken.None);
        await Pump.StopAsync(CancellationToken.None);
        Sweep.Dispose();
        Pump.Dispose();
        Directory.Dispose();
        await Store.DisposeAsync();
        if (!keepsFolder)
            System.IO.Directory.Delete(folder, recursive: true);
    }

    private static async Task<Stage> Open(string folder, bool keepsFolder, IWay[] ways, string? connection = null)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.FromHours(1)));
        return new Stage(folder, keepsFolder, await Store.Open(connection ?? await TestStore.In(folder)), time, ways);
    }

    private static Ticket Accepted(Answer answer) => answer is Answer.Accepted accepted
        ? accepted.Ticket
        : throw new InvalidOperationException(((Answer.Refused)answer).Refusal.Why.Key);
}
