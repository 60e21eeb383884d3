using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Api;

/// <summary>A client's own key: that client's tickets without what is internal, that client's people, and not a word of anyone else.</summary>
public sealed class ClientKeyTests(AtTen running) : IClassFixture<AtTen>
{
    private const string Theirs = RunningDesk.ClientKey;
    private readonly RunningDesk desk = running.Desk;

    [Fact]
    public async Task It_declares_and_reads_for_its_own_client()
    {
        var body = SampleDeclaration.Of("paul.renard");
        body.Remove("client");
        var declared = await desk.Post("/api/tickets", body, Theirs);
        Assert.Equal((201, "meridien"), (declared.Status, declared["client"]));
        Assert.Equal(declared.Text, (await desk.Get($"/api/tickets/{declared["reference"]}", Theirs)).Text);
    }

    [Fact]
    public async Task Its_lists_hold_its_own_tickets_whatever_it_asks_for()
    {
        await desk.Declares("claire.morel");
        await desk.Declares("paul.renard");
        foreach (var query in new[] { "", "?client=meridien", "?client=" })
            Assert.All((await desk.Get($"/api/tickets{query}", Theirs)).Json["items"]!.AsArray(), item => Assert.Equal("meridien", (string?)item!["client"]));
        Assert.Equal(
            (await desk.Get("/api/tickets?client=nobody", Theirs)).Problem(422, "client"),
            (await desk.Get("/api/tickets?client=borealis", Theirs)).Problem(422, "client"));
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "/timeline")]
    [InlineData("POST", "/comment")]
    [InlineData("POST", "/confirm")]
    [InlineData("POST", "/call")]
    public async Task Another_clients_ticket_is_404_word_for_word_like_none(string method, string below)
    {
        var other = (await desk.Declares("claire.morel")).Reference;
        var theirs = await Send(other);
        var none = await Send("INC-999999");
        Assert.Equal(none.Problem(404).Replace("INC-999999", other), theirs.Problem(404));

        Task<Reply> Send(string reference) => desk.Send(
            new HttpMethod(method), $"/api/tickets/{reference}{below}", method == "GET" ? null : Wire.JsonContent("""{"by":"paul.renard","comment":"Bonjour."}"""), Theirs);
    }

    [Theory]
    [InlineData("nadia.benali")]
    [InlineData("sylvie.roux")]
    [InlineData("claire.morel")]
    [InlineData("desk")]
    [InlineData("nobody")]
    public async Task It_acts_as_nobody_but_its_own_contacts(string by)
    {
        var ticket = await desk.Declares("paul.renard");
        foreach (var verb in new[] { "acknowledge", "comment", "note", "resolve" })
            (await desk.Post($"/api/tickets/{ticket.Reference}/{verb}", new { by, comment = "Bonjour.", fix = "production" }, Theirs)).Problem(422, "by");
        Assert.Equal(1, (await desk.Sees(ticket)).Version);
    }

    [Fact]
    public async Task It_declares_for_nobody_elses_contact_and_learns_nothing_of_them()
    {
        (await desk.Post("/api/tickets", SampleDeclaration.Of("claire.morel"), Theirs)).Problem(422, "client");
        Assert.Equal(
            (await desk.Post("/api/tickets", SampleDeclaration.Of("paul.renard", ("contact", "nobody")), Theirs)).Problem(422, "contact"),
            (await desk.Post("/api/tickets", SampleDeclaration.Of("paul.renard", ("contact", "claire.morel")), Theirs)).Problem(422, "contact"));
    }

    [Fact]
    public async Task Internal_notes_stay_inside()
    {
        var ticket = await desk.Declares("paul.renard");
        await desk.Does(ticket, "note", "nadia.benali", "Client à rappeler.");
        await desk.Does(ticket, "acknowledge", "nadia.benali", "Nous regardons.");
        var timeline = await desk.Get($"/api/tickets/{ticket.Reference}/timeline", Theirs);
        Assert.DoesNotContain("rappeler", timeline.Text);
        Assert.Equal(["declared", "acknowledged"], timeline.Json["items"]!.AsArray().Select(item => (string)item!["type"]!));
        Assert.DoesNotContain("rappeler", (await desk.Get($"/api/tickets/{ticket.Reference}", Theirs)).Text);
    }

    [Fact]
    public async Task Two_keys_may_use_the_same_idempotency_key()
    {
        var body = SampleDeclaration.Of("paul.renard");
        var one = await desk.Post("/api/tickets", body, Theirs, ("Idempotency-Key", "both"));
        var other = await desk.Post("/api/tickets", body, RunningDesk.Key, ("Idempotency-Key", "both"));
        Assert.NotEqual(one["reference"], other["reference"]);
    }
}
