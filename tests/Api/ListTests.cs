using System.Text.Json.Nodes;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Api;

public sealed class ListTests
{
    [Fact]
    public async Task Pages_show_every_ticket_once_while_others_are_added()
    {
        await using var desk = await RunningDesk.At("2026-11-30T10:00:00+01:00");
        var before = await Declare(desk, 120);
        var seen = new List<string>();
        for (var cursor = ""; cursor is not null;)
        {
            var page = (await desk.Get($"/api/tickets?status=&client=&kind=&cursor={cursor}")).Json;
            seen.AddRange(References(page));
            cursor = (string?)page["next"];
            await Declare(desk, 3);
        }
        Assert.Equal(before.Reverse(), seen);
    }

    [Fact]
    public async Task Filters_narrow_the_list_and_say_what_can_be_written()
    {
        await using var desk = await RunningDesk.At("2026-11-30T10:00:00+01:00");
        foreach (var contact in new[] { "paul.renard", "claire.morel", "paul.renard", "ines.costa" })
            await desk.Declares(contact);
        await desk.Post("/api/tickets/INC-000003/acknowledge", new { by = "nadia.benali" });

        Assert.Equal(["INC-000004", "INC-000003", "INC-000002", "INC-000001"], await List(desk, ""));
        Assert.Equal(["INC-000003", "INC-000001"], await List(desk, "?client=meridien"));
        Assert.Equal(["INC-000003"], await List(desk, "?status=InProgress"));
        Assert.Equal(["INC-000001"], await List(desk, "?client=meridien&status=open&kind=incident"));
        Assert.Empty(await List(desk, "?status=OnHold"));
        Assert.Empty(await List(desk, "?client=nobody"));

        var problem = await desk.Get("/api/tickets?status=Lost&kind=Wish&cursor=here", headers: ("Accept-Language", "en"));
        Assert.Equal("Choose one of: Open, InProgress, OnHold, Resolved, Closed.", problem.Problem(422, "status"));
        Assert.Equal("Choose one of: Incident.", problem.Problem(422, "kind"));
        Assert.Equal("Pass the “next” of the previous page as it was given.", problem.Problem(422, "cursor"));
    }

    [Fact]
    public async Task A_list_holds_whole_tickets()
    {
        await using var desk = await RunningDesk.At("2026-11-30T10:00:00+01:00");
        var declared = await desk.Post("/api/tickets", SampleDeclaration.Of("paul.renard"));
        var page = (await desk.Get("/api/tickets")).Json;
        Assert.True(JsonNode.DeepEquals(declared.Json, Assert.Single(page["items"]!.AsArray())));
        Assert.True(page.ContainsKey("next") && page["next"] is null);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1-1")]
    [InlineData("1-")]
    [InlineData("1-1-1")]
    [InlineData("9223372036854775808-1")]
    [InlineData("%27%20OR%201=1")]
    [InlineData("%00")]
    public async Task A_cursor_that_is_none_is_said_to_be_none(string cursor)
    {
        await using var desk = await RunningDesk.At("2026-11-30T10:00:00+01:00");
        (await desk.Get($"/api/tickets?cursor={cursor}")).Problem(422, "cursor");
    }

    private static async Task<string[]> List(RunningDesk desk, string query) => [.. References((await desk.Get($"/api/tickets{query}")).Json)];

    private static IEnumerable<string> References(JsonObject page) => page["items"]!.AsArray().Select(item => (string)item!["reference"]!);

    private static async Task<string[]> Declare(RunningDesk desk, int count)
    {
        var tickets = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => desk.Declares("paul.renard")));
        return [.. tickets.Select(ticket => ticket.Reference).Order(StringComparer.Ordinal)];
    }
}
