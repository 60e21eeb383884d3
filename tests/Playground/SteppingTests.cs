using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Playground;

public sealed class SteppingTests
{
    [Fact]
    public async Task One_long_move_decides_each_fact_at_its_own_instant()
    {
        await using var desk = await RunningDesk.At("2026-12-24T17:30:00+01:00");
        var ticket = await desk.Declares("paul.renard");
        Assert.Equal(DateTimeOffset.Parse("2026-12-28T09:30:00+01:00"), (await desk.Clock()).NextDue);

        await desk.ItIs("2027-01-31T12:00:00+01:00");

        Assert.Equal(
            [("warned", "28 09:30"), ("warned", "28 10:30"), ("responseMissed", "28 11:30")],
            (await desk.Timeline(ticket)).Skip(1).Select(happening => (happening.Type, $"{happening.At:dd HH:mm}")));
        Assert.Null((await desk.Clock()).NextDue);
    }

    [Fact]
    public async Task What_was_said_on_the_way_was_sent_at_its_own_instant()
    {
        await using var desk = await RunningDesk.At("2026-12-21T15:20:00+01:00");
        var ticket = await desk.Declares("paul.renard");
        await desk.Does(ticket, "acknowledge", "nadia.benali", "Nous regardons.");
        await desk.Does(ticket, "resolve", "nadia.benali", "Route réseau rétablie.", ("fix", "production"));

        await desk.ItIs("2027-01-31T12:00:00+01:00");

        var toContact = (await desk.Sent()).Items.Where(mail => mail.To == "paul.renard@meridien.example").ToList();
        Assert.Equal(["21 15:20", "21 15:20", "21 15:20", "24 09:00", "29 19:00"], toContact.Select(mail => $"{mail.At:dd HH:mm}"));
        Assert.All(toContact, mail => Assert.Equal(ticket.Reference, mail.Ticket));
    }

    [Fact]
    public async Task Several_who_move_it_at_once_all_arrive_and_it_moves_once_for_each()
    {
        await using var desk = await RunningDesk.At("2026-12-24T17:30:00+01:00");
        await desk.Declares("paul.renard");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => desk.ItIsLaterBy("PT12H")));
        Assert.Equal(DateTimeOffset.Parse("2026-12-28T17:30:00+01:00"), (await desk.Clock()).Now);
    }
}
