using System.Text.RegularExpressions;
using ChatSupport.Bot.Playground.Scenarios;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Playground;

public sealed partial class ScenarioTests
{
    private RunningDesk desk = null!;

    [Theory]
    [InlineData("2026-11-24T10:12:00+01:00", "2026-12-24T17:30:00+01:00", "2026-12-28T11:30:00+01:00")]
    [InlineData("2026-12-24T17:30:01+01:00", "2027-12-24T17:30:00+01:00", "2027-12-27T11:30:00+01:00")]
    public async Task A_P1_on_Christmas_Eve_is_due_after_the_holiday(string now, string declared, string due)
    {
        await using (desk = await RunningDesk.At(now))
        {
            var ticket = await Plays("christmas", "nadia.benali");
            Assert.Equal(("Open", "P1", "Running"), (ticket.Status, ticket.Priority, ticket.Clock.Standing));
            Assert.Equal((DateTimeOffset.Parse(declared), DateTimeOffset.Parse(due)), (ticket.DeclaredAt, ticket.Clock.DueAt));
        }
    }

    [Fact]
    public async Task A_hold_waits_for_the_contact_with_the_engineers_question()
    {
        await using (desk = await RunningDesk.At("2026-11-24T10:12:00+01:00"))
        {
            var ticket = await Plays("hold", "nadia.benali");
            Assert.Equal(("OnHold", "nadia.benali"), (ticket.Status, ticket.Assignee));
            Assert.Contains("Quels volumes", (await desk.Timeline(ticket))[^1].Detail.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_dispute_is_left_for_the_supervisor_to_decide()
    {
        await using (desk = await RunningDesk.At("2026-11-24T10:12:00+01:00"))
        {
            var ticket = await Plays("dispute", "sylvie.roux");
            Assert.Equal(("InProgress", "P1", "P2"), (ticket.Status, ticket.Priority, ticket.ProposedPriority));
            await desk.Does(ticket, "requalify", "sylvie.roux", "L’API répond.", ("priority", "P2"));
        }
    }

    [Theory]
    [InlineData("2026-11-24T10:12:00+01:00")]
    [InlineData("2026-11-28T23:00:00+01:00")]
    [InlineData("2026-12-24T18:59:00+01:00")]
    public async Task A_contested_resolution_is_open_again_with_its_first_response_met_whatever_the_hour(string now)
    {
        await using (desk = await RunningDesk.At(now))
        {
            var ticket = await Plays("contested", "nadia.benali");
            Assert.Equal(("InProgress", "Met"), (ticket.Status, ticket.Clock.Standing));
            Assert.Equal("contested", (await desk.Timeline(ticket))[^1].Type);
        }
    }

    [Fact]
    public async Task Scenarios_follow_one_another_and_an_unknown_one_is_not_there()
    {
        await using (desk = await RunningDesk.At("2026-11-24T10:12:00+01:00"))
        {
            foreach (var scenario in Repertoire.All)
                await Plays(scenario.Name, scenario.Ends == Role.Supervisor ? "sylvie.roux" : "nadia.benali");
            Assert.Equal(404, (await desk.Asks(HttpMethod.Post, "/demo/scenarios/apocalypse")).Status);
            Assert.Equal(403, (await desk.Asks(HttpMethod.Post, "/demo/scenarios/hold", null, ("Origin", "http://evil.example"))).Status);
        }
    }

    /// <summary>Plays it as the page's button does, and looks at the ticket that it leads to.</summary>
    private async Task<TicketSeen> Plays(string scenario, string engineer)
    {
        var answer = await desk.Asks(HttpMethod.Post, $"/demo/scenarios/{scenario}?lang=en");
        Assert.Equal(303, answer.Status);
        var address = Address().Match(answer.Headers["Location"]);
        Assert.True(address.Success, answer.Headers["Location"]);
        Assert.Equal(engineer, address.Groups["engineer"].Value);
        return await desk.Sees(address.Groups["ticket"].Value);
    }

    [GeneratedRegex(@"^/\?contact=paul\.renard&engineer=(?<engineer>[a-z.]+)&ticket=(?<ticket>INC-[0-9]+)&lang=en$", RegexOptions.None, 1000)]
    private static partial Regex Address();
}
