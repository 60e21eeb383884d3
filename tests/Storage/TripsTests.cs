using System.Collections.Concurrent;
using System.Diagnostics;
using ChatSupport.Bot.Dialogs;
using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using ChatSupport.Tests.Carriers;
using ChatSupport.Tests.Dialogs;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Storage;

/// <summary>How often a write goes to PostgreSQL and back: each trip is waited for, by others as well while a number or a lane is held.</summary>
public sealed class TripsTests
{
    private const int Companies = 8;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_declaration_makes_four_trips_and_only_one_with_the_number_in_its_hands()
    {
        await using var desks = await TwoDesks.Start();
        var (desk, paul) = (desks.Service<ServiceDesk>(0), Actor.Of(desks.Service<LiveDirectory>(0).Current.Person("paul.renard")!));

        var trips = await Trips(delivery => desk.Declare(BareDesk.Declaring("paul.renard"), new Origin(paul, Door.Api, delivery), Stop));

        Assert.Equal(4, trips.Count);
        Assert.Contains("INSERT INTO deliveries", trips[0], StringComparison.Ordinal);
        HoldsTheNumberForOne(trips);
        Assert.All(new[] { "INSERT INTO tickets", "INSERT INTO events", "UPDATE deliveries", "COMMIT" }, done => Assert.Contains(done, trips[3], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_declaration_in_a_wave_makes_as_many_and_hears_with_its_number_how_the_wave_stands()
    {
        await using var desks = await TwoDesks.Start($"--Directory:Path={Crowd.Directory(Companies)}");
        var (desk, people) = (desks.Service<ServiceDesk>(0), desks.Service<LiveDirectory>(0).Current);
        for (var company = 1; company < Companies; company++)
            BareDesk.Accepted(await Declare(company, null));

        var trips = await Trips(delivery => Declare(Companies, delivery));

        Assert.Equal(4, trips.Count);
        HoldsTheNumberForOne(trips);
        Assert.Contains("FROM waves", trips[2], StringComparison.Ordinal);

        Task<Answer> Declare(int company, DeliveryKey? delivery) => desk.Declare(
            BareDesk.Declaring(Crowd.Contact(company)), new Origin(Actor.Of(people.Person(Crowd.Contact(company))!), Door.Api, delivery), Stop);
    }

    [Fact]
    public async Task A_conversation_that_declares_has_asked_everything_before_it_has_the_number()
    {
        await using var mail = new SmtpCarrier();
        await using var desks = await TwoDesks.Start(["--Public:BaseUrl=http://127.0.0.1:1", .. mail.Settings]);
        var (conversations, paul) = (desks.Service<Conversations>(0), desks.Service<LiveDirectory>(0).Current.Person("paul.renard")!);
        var said = 0;
        IReadOnlyList<Reply> replies = [];
        foreach (var words in Stories.ToTheSummary)
            replies = await Take(new Input.Words(words));
        var send = replies.OfType<Reply.Choices>().SelectMany(choices => choices.Options).First(option => option.Id.StartsWith("send", StringComparison.Ordinal)).Id;

        var trips = await Trips(async () => replies = await Take(new Input.Chosen(send)));

        Assert.Contains(replies, reply => reply is Reply.Card);
        HoldsTheNumberForOne(trips);
        Assert.All(new[] { "INSERT INTO tickets", "UPDATE dialogs", "INSERT INTO transcript", "COMMIT" }, done => Assert.Contains(done, trips[^1], StringComparison.Ordinal));

        Task<IReadOnlyList<Reply>> Take(Input input) => conversations.Take(
            new Turn(paul, Door.Web, "web:paul.renard", new DeliveryKey("web:paul.renard", $"{++said}"), input), Stop);
    }

    [Fact]
    public async Task An_act_makes_three_trips()
    {
        await using var desks = await TwoDesks.Start();
        var (desk, people) = (desks.Service<ServiceDesk>(0), desks.Service<LiveDirectory>(0).Current);
        var declared = BareDesk.Accepted(await desk.Declare(BareDesk.Declaring("paul.renard"), new Origin(Actor.Of(people.Person("paul.renard")!), Door.Api), Stop));

        Assert.Equal(3, (await Trips(delivery => desk.Act(
            declared.Reference, new Acknowledge("Je regarde."), new Origin(Actor.Of(people.Person("nadia.benali")!), Door.Api, delivery), Stop))).Count);
    }

    /// <summary>The next trip after that in which it got the number is the one that gives it on.</summary>
    private static void HoldsTheNumberForOne(List<string> trips)
    {
        Assert.Equal(trips.Count - 2, trips.FindIndex(trip => trip.Contains("INSERT INTO counters", StringComparison.Ordinal)));
        Assert.Contains("COMMIT", trips[^1], StringComparison.Ordinal);
    }

    private static Task<List<string>> Trips(Func<DeliveryKey, Task<Answer>> write) =>
        Trips(async () => Assert.IsType<Answer.Accepted>(await write(new DeliveryKey("api:desk", "one"))));

    /// <summary>What each trip carries.</summary>
    private static async Task<List<string>> Trips(Func<Task> write)
    {
        var seen = new ConcurrentQueue<string>();
        using var story = new Activity("story").Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = trip =>
            {
                if (trip.TraceId == story.TraceId && trip.Tags.FirstOrDefault(tag => tag.Key is "db.statement" or "db.query.text") is { Value: { } said })
                    seen.Enqueue(said);
            },
        };
        ActivitySource.AddActivityListener(listener);
        await write();
        return [.. seen];
    }
}
