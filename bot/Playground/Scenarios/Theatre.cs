using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;
using NodaTime;

namespace ChatSupport.Bot.Playground.Scenarios;

/// <summary>Plays a scenario through the desk as its people would, and moves the clock between its scenes.</summary>
internal sealed class Theatre(DemoTime time, ServiceDesk desk, LiveDirectory directory)
{
    private const string SomeResource = "6a9f0b52-1c2d-4e3f-8a4b-5c6d7e8f9a0b";

    /// <returns>The ticket as the scenario leaves it; a refusal when the directory's cast cannot play it.</returns>
    public async Task<Answer> Play(Scenario scenario, CancellationToken stop)
    {
        var opened = (await time.Move(now => scenario.Opens(now), stop)).Now;
        var answer = await Declare(scenario, opened, stop);
        foreach (var scene in scenario.Scenes)
        {
            if (answer is not Answer.Accepted { Ticket.Reference: var reference })
                break;
            await time.Move(now => now + scene.After, stop);
            var by = PlayerOf(scene.By);
            answer = await desk.Act(reference, scene.Does(Words(scenario, scene.Words, by)), new Origin(Actor.Of(by), Door.Web), stop);
        }
        return answer;
    }

    private Task<Answer> Declare(Scenario scenario, Instant at, CancellationToken stop)
    {
        var contact = (Contact)PlayerOf(Role.Contact);
        var facts = scenario.Facts;
        var answers = new Dictionary<string, FieldAnswer>(StringComparer.Ordinal)
        {
            ["title"] = Said("Subject"),
            ["description"] = Said("Description"),
            ["service"] = FieldAnswer.Of(facts.Service),
            ["region"] = FieldAnswer.Of(facts.Region),
            ["tenantId"] = FieldAnswer.Of(directory.Current.Client(contact.ClientId)!.Tenants is [var tenant, ..] ? tenant : ""),
            ["resourceIds"] = FieldAnswer.Of([SomeResource]),
            ["startedAt"] = FieldAnswer.Of(IsoTime.Write(at - Duration.FromMinutes(10))),
            ["serviceInterrupted"] = FieldAnswer.Of(facts.Interrupted),
            ["environment"] = FieldAnswer.Of("production"),
            ["businessImpact"] = Said("Impact"),
            ["usersAffected"] = FieldAnswer.Of(facts.UsersAffected),
            ["workaround"] = FieldAnswer.Of("no"),
            ["requestedPriority"] = FieldAnswer.Of(facts.Requested.ToString()),
            ["reason"] = Said("Impact"),
            ["actionsTried"] = Said("Tried"),
            ["callbackPhone"] = FieldAnswer.Of(contact.Phones.Concat([directory.Current.Places.Phone]).OfType<string>().FirstOrDefault() ?? ""),
            ["scopeAttestation"] = FieldAnswer.Of("true"),
        };
        return desk.Declare(new Declare(contact.ClientId, contact.Id, answers), new Origin(Actor.Of(contact), Door.Web), stop);

        FieldAnswer Said(string entry) => FieldAnswer.Of(Words(scenario, entry, contact));
    }

    private Person PlayerOf(Role role) => Scenario.Player(role, directory.Current)!;

    private string Words(Scenario scenario, string entry, Person by) => scenario.Say(entry, directory.Current).In(by.Tongue);
}
