using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Faults;

public sealed class RaceTests
{
    private static readonly int Races = Extent.Of(few: 200, many: 10_000);
    private static readonly string[] Racers = ["nadia.benali", "tom.lefevre"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_two_who_acknowledge_at_once_through_two_instances_one_wins_and_everyone_hears_the_same_name()
    {
        await using var desks = await TwoDesks.Start();
        ServiceDesk[] counters = [desks.Service<ServiceDesk>(0), desks.Service<ServiceDesk>(1)];
        var people = desks.Service<LiveDirectory>(0).Current;
        var wins = new int[2];

        await Parallel.ForEachAsync(Enumerable.Range(0, Races), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Stop }, async (_, _) =>
        {
            var declared = await counters[0].Declare(BareDesk.Declaring("paul.renard"), new Origin(Actor.Of(people.Person("paul.renard")!), Door.Api), Stop);
            var reference = BareDesk.Accepted(declared).Reference;
            var answers = await Task.WhenAll(Racers.Select((racer, instance) =>
                counters[instance].Act(reference, new Acknowledge("Je regarde."), new Origin(Actor.Of(people.Person(racer)!), Door.Api), Stop)));

            var winner = Array.FindIndex(answers, answer => answer is Answer.Accepted);
            Assert.Single(answers, answer => answer is Answer.Accepted);
            Assert.Contains(people.Person(Racers[winner])!.Name.ToString()!, BareDesk.Refused(answers[1 - winner]).Why.In(Tongue.English), StringComparison.Ordinal);
            Assert.Equal(Racers[winner], (await counters[1 - winner].Find(reference, Actor.Desk, Stop))!.AcknowledgedBy);
            if ((Interlocked.Increment(ref wins[winner]) & 0xff) == 0)
                Extent.Tell($"{wins.Sum()} of {Races} races");
        });

        Assert.Equal(Races, wins.Sum());
    }
}
