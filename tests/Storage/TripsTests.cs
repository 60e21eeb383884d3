using System.Collections.Concurrent;
using System.Diagnostics;
using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Storage;

/// <summary>How often a write goes to PostgreSQL and back: each trip is waited for, by others as well while a number or a lane is held.</summary>
public sealed class TripsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_declaration_makes_four_trips_and_only_one_with_the_number_in_its_hands()
    {
        await using var desks = await TwoDesks.Start();
        var (desk, paul) = (desks.Service<ServiceDesk>(0), Actor.Of(desks.Service<LiveDirectory>(0).Current.Person("paul.renard")!));

        var trips = await Trips(delivery => desk.Declare(BareDesk.Declaring("paul.renard"), new Origin(paul, Door.Api, delivery), Stop));

        Assert.Equal(4, trips.Count);
        Assert.Contains("INSERT INTO deliveries", trips[0], StringComparison.Ordinal);
        Assert.Contains("INSERT INTO counters", trips[2], StringComparison.Ordinal);
        Assert.All(new[] { "INSERT INTO tickets", "INSERT INTO events", "UPDATE deliveries", "COMMIT" }, done => Assert.Contains(done, trips[3], StringComparison.Ordinal));
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

    /// <summary>What each trip carries.</summary>
    private static async Task<List<string>> Trips(Func<DeliveryKey, Task<Answer>> write)
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
        Assert.IsType<Answer.Accepted>(await write(new DeliveryKey("api:desk", "one")));
        return [.. seen];
    }
}
