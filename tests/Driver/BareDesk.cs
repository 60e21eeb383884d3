using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using ChatSupport.Tests.Clock;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace ChatSupport.Tests.Driver;

/// <summary>The desk without its doors: the real counter on a real store, with the cast as its directory and its clock in the story's hand.</summary>
internal sealed class BareDesk : IAsyncDisposable
{
    private readonly System.IO.DirectoryInfo folder;
    private readonly FakeTimeProvider time;
    private LiveDirectory people;
    private ServiceDesk desk;

    private BareDesk(System.IO.DirectoryInfo folder, Store store, FakeTimeProvider time)
    {
        (this.folder, Store, this.time) = (folder, store, time);
        (people, desk) = Opened(Cast.Yaml);
    }

    public Store Store { get; }

    public Directory People => people.Current;

    public Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <param name="clock">Paris time unless an offset says otherwise.</param>
    public static async Task<BareDesk> At(string clock)
    {
        var made = System.IO.Directory.CreateTempSubdirectory("desk-");
        var store = await Store.Open(await TestStore.In(made.FullName));
        return new BareDesk(made, store, new FakeTimeProvider(Moment.At(clock).ToDateTimeOffset()));
    }

    /// <summary>The directory has changed.</summary>
    public void Knows(string yaml)
    {
        people.Dispose();
        (people, desk) = Opened(yaml);
    }

    /// <summary>Only the clock moves: nobody has looked yet at what has fallen due.</summary>
    public void ItIs(string clock) => ItIs(Moment.At(clock));

    public void ItIs(Instant clock) => time.SetUtcNow(clock.ToDateTimeOffset());

    /// <summary>Somebody sets the machine's clock, backwards if they like.</summary>
    public void ItsClockIsSetTo(string clock) => time.AdjustTime(Moment.At(clock).ToDateTimeOffset());

    /// <summary>Looks at what has fallen due.</summary>
    public async Task Sweeps()
    {
        while (await desk.Sweep(100) > 0)
        {
        }
    }

    public Task<Instant?> NextDue() => desk.NextDue();

    public async Task<Ticket> Declares(string contact, params (string Key, object? Value)[] answers) =>
        Accepted(await Tries(Declaring(contact, answers), contact));

    public Task<Answer> Tries(Declare declare, string by, DeliveryKey? delivery = null, string bodyHash = "") =>
        desk.Declare(declare, new Origin(Person(by), Door.Api, delivery, bodyHash));

    public async Task<Ticket> Does(Ticket ticket, TicketAct act, string by) => Accepted(await Tries(ticket, act, by));

    public async Task<Refusal> IsRefused(Ticket ticket, TicketAct act, string by) => Refused(await Tries(ticket, act, by));

    public Task<Answer> Tries(Ticket ticket, TicketAct act, string by, DeliveryKey? delivery = null, string bodyHash = "", int? ifVersion = null) =>
        desk.Act(ticket.Reference, act, new Origin(Person(by), Door.Api, delivery, bodyHash, ifVersion));

    /// <summary>Several acts at the counter, committed together.</summary>
    public Task<T> Receives<T>(Func<Visit, ValueTask<T>> visit) => desk.Receive(visit);

    public async Task<Ticket> Sees(Ticket ticket, string? by = null) => (await desk.Find(ticket.Reference, by is null ? Actor.Desk : Person(by)))!;

    public async Task<Ticket?> Finds(string reference, string by) => await desk.Find(reference, Person(by));

    public Task<IReadOnlyList<Happening>> Timeline(Ticket ticket, string? by = null) => desk.Timeline(ticket, by is null ? Actor.Desk : Person(by));

    public Actor Person(string id) => Actor.Of(people.Current.Person(id)!);

    public static Declare Declaring(string contact, params (string Key, object? Value)[] answers)
    {
        var body = SampleDeclaration.Of(contact, answers);
        return new Declare((string)body["client"]!, contact, AnswersOf(body), body.GetValueOrDefault("followsUp") as string);
    }

    public static Ticket Accepted(Answer answer) => answer switch
    {
        Answer.Accepted accepted => accepted.Ticket,
        Answer.Refused { Refusal: var no } => throw new InvalidOperationException(
            $"{no.Why.In(Desk.Language.Tongue.English)} {string.Join(' ', no.Fields.Select(field => $"{field.Key}: {field.Value.In(Desk.Language.Tongue.English)}"))}"),
        _ => throw new InvalidOperationException(),
    };

    public static Refusal Refused(Answer answer) => Assert.IsType<Answer.Refused>(answer).Refusal;

    public async ValueTask DisposeAsync()
    {
        people.Dispose();
        await Store.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private (LiveDirectory People, ServiceDesk Desk) Opened(string yaml)
    {
        var file = System.IO.Path.Combine(folder.FullName, "directory.yaml");
        System.IO.File.WriteAllText(file, yaml);
        var known = new LiveDirectory(file, TimeProvider.System, NullLogger<LiveDirectory>.Instance);
        return (known, new ServiceDesk(Store, known, new DeskClock(time), new HashSet<Way> { Way.Mail }));
    }

    private static Dictionary<string, FieldAnswer> AnswersOf(Dictionary<string, object?> body) => body
        .Where(answer => answer is { Value: not null, Key: not ("client" or "contact" or "followsUp") })
        .ToDictionary(answer => answer.Key, answer => answer.Value switch
        {
            string[] several => FieldAnswer.Of(several),
            bool truth => FieldAnswer.Of(truth ? "true" : "false"),
            var text => FieldAnswer.Of((string)text!),
        });
}
