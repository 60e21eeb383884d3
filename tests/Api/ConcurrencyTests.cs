using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Api;

public sealed class ConcurrencyTests(AtTen running) : IClassFixture<AtTen>
{
    private static readonly string[] Engineers = ["nadia.benali", "tom.lefevre", "sylvie.roux"];
    private readonly RunningDesk desk = running.Desk;

    [Fact]
    public async Task Of_two_hundred_acknowledgements_one_wins_and_all_others_hear_the_same_name()
    {
        var ticket = await desk.Declares("paul.renard");
        var replies = await Task.WhenAll(Enumerable.Range(0, 200).Select(i =>
            desk.Post($"/api/tickets/{ticket.Reference}/acknowledge", new { by = Engineers[i % 3] }, headers: ("Accept-Language", "en"))));
        var winner = Assert.Single(replies, reply => reply.Status == 200);
        var refusal = Assert.Single(replies.Where(reply => reply.Status != 200).Select(reply => reply.Problem(409)).Distinct());
        var name = new Dictionary<string, string> { ["nadia.benali"] = "Nadia Benali", ["tom.lefevre"] = "Tom Lefèvre", ["sylvie.roux"] = "Sylvie Roux" }[winner["acknowledgedBy"]!];
        Assert.Contains($"was already taken by {name}", refusal);
        Assert.Equal(["declared", "acknowledged"], (await desk.Timeline(ticket)).Select(happening => happening.Type));
    }

    [Fact]
    public async Task Comments_at_once_leave_no_gap_and_none_is_lost()
    {
        var ticket = await desk.Declares("paul.renard");
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => desk.Does(ticket, "comment", "paul.renard", $"Numéro {i}.")));
        var timeline = await desk.Timeline(ticket);
        Assert.Equal(Enumerable.Range(1, 101), timeline.Select(happening => happening.Seq));
        Assert.Equal(100, timeline.Skip(1).Select(happening => happening.Detail.GetProperty("text").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task Of_fifty_changes_to_the_same_version_one_goes_through()
    {
        var ticket = await desk.Declares("paul.renard");
        var replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ =>
            desk.Post($"/api/tickets/{ticket.Reference}/comment", new { by = "paul.renard", comment = "Du nouveau." }, headers: ("If-Match", "\"1\""))));
        Assert.Single(replies, reply => reply.Status == 200);
        Assert.Equal(49, replies.Count(reply => reply.Status == 409));
    }
}
