using System.Text.Json;
using ChatSupport.Tests.Delivery;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Voice;

/// <summary>A client phones at three in the morning, over the wire, until an engineer takes it with one key.</summary>
public sealed class NightCallTests
{
    private const string Claire = "+33639980101";

    [Fact]
    public async Task A_call_at_night_is_a_ticket_with_a_message_and_a_page_that_one_key_takes()
    {
        await using var carrier = await PaperCarrier.Open();
        await using var desk = await RunningDesk.At("2026-12-06T03:05:00+01:00", carrier.Settings());
        var call = await new Line(desk, Claire).Rings();
        Assert.Contains("Borealis Énergie", call.Said, StringComparison.Ordinal);
        Assert.Contains("I N C, 0 0 0, 0 0 1", call.Said, StringComparison.Ordinal);

        await call.Waits();
        Assert.Equal(["Say", "Dial"], call.Verbs.Take(2));
        await call.NobodyAnswers();
        while (call.Last.Element("Dial") is not null)
            await call.NobodyAnswers();
        Assert.Contains("Record", call.Verbs);
        await call.Speaks("RE10000000000000000000000000000001", 21);
        Assert.Contains("gardé", call.Said, StringComparison.Ordinal);

        await Eventually.Holds(() => carrier.Calls.Any());
        var page = carrier.Calls.First();
        Assert.Equal("Enable", page["MachineDetection"]);
        var engineer = await new Line(desk, page["From"], "CA20000000000000000000000000000002").Posts(page["Url"], ("To", page["To"]));
        Assert.Equal("Gather", engineer.Verbs.First());
        await engineer.Presses("1");
        Assert.Contains("I N C, 0 0 0, 0 0 1", engineer.Said, StringComparison.Ordinal);

        var ticket = JsonSerializer.Deserialize<TicketSeen>((await desk.Shows("/api/tickets/INC-000001")).Text, JsonSerializerOptions.Web)!;
        Assert.Equal(("InProgress", "phone", "P1", "Met"), (ticket.Status, ticket.Door, ticket.Priority, ticket.Clock.Standing));
        Assert.Equal(DateTimeOffset.Parse("2026-12-06T04:05:00+01:00", null), ticket.Clock.DueAt);
        Assert.Contains((await desk.Sent()).Items, sent => sent.Way == "mail" && sent.To == "claire.morel@borealis.example");
    }

    [Fact]
    public async Task A_request_that_the_carrier_did_not_sign_is_refused_and_nothing_happens()
    {
        await using var carrier = await PaperCarrier.Open();
        await using var desk = await RunningDesk.At("2026-12-06T03:05:00+01:00", carrier.Settings());
        using var forged = await new Line(desk, Claire, origin: "https://elsewhere.example.com").Raw("/voice/answer");
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, forged.StatusCode);
        Assert.Equal(404, (await desk.Shows("/api/tickets/INC-000001")).Status);
    }

    [Fact]
    public async Task Without_an_account_there_is_no_phone()
    {
        await using var desk = await RunningDesk.At("2026-12-06T03:05:00+01:00");
        Assert.Equal(404, (await desk.Asks(HttpMethod.Post, "/voice/answer")).Status);
    }
}
