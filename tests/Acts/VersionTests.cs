using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Language;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Acts;

public sealed class VersionTests
{
    [Fact]
    public async Task Who_saw_the_ticket_as_it_is_may_act_on_it()
    {
        await using var desk = await BareDesk.At("2026-11-30T10:00");
        var ticket = await desk.Declares("paul.renard");
        Assert.Equal(2, BareDesk.Accepted(await desk.Tries(ticket, new Acknowledge(null), "nadia.benali", ifVersion: 1)).Version);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(int.MaxValue)]
    public async Task Who_saw_another_version_is_told_to_look_again(int seen)
    {
        await using var desk = await BareDesk.At("2026-11-30T10:00");
        var ticket = await desk.Declares("paul.renard");
        var refusal = BareDesk.Refused(await desk.Tries(ticket, new Acknowledge(null), "nadia.benali", ifVersion: seen));
        Assert.Equal(RefusalKind.Stale, refusal.Kind);
        Assert.Equal($"INC-000001 has changed since you saw it (you have version {seen}, it is now 1). Look at it again, then decide.", refusal.Why.In(Tongue.English));
        Assert.Equal(ticket, await desk.Sees(ticket));
    }

    [Fact]
    public async Task What_fell_due_meanwhile_is_a_change_as_well()
    {
        await using var desk = await BareDesk.At("2026-11-30T10:00");
        var ticket = await desk.Declares("paul.renard");
        desk.ItIs("2026-11-30T12:00");
        Assert.Equal(RefusalKind.Stale, BareDesk.Refused(await desk.Tries(ticket, new Acknowledge(null), "nadia.benali", ifVersion: 1)).Kind);
    }
}
