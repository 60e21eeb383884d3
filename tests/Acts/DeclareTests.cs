using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Tickets;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Acts;

public sealed class DeclareTests
{
    [Fact]
    public async Task References_count_up_without_holes_whatever_is_refused_in_between()
    {
        await using var desk = await BareDesk.At("2026-11-30T10:00");
        Assert.Equal("INC-000001", (await desk.Declares("paul.renard")).Reference);
        BareDesk.Refused(await desk.Tries(BareDesk.Declaring("paul.renard", ("title", "")), "paul.renard"));
        Assert.Equal("INC-000002", (await desk.Declares("claire.morel")).Reference);
    }

    [Fact]
    public async Task The_priority_asked_for_is_kept_and_the_plan_caps_it() // E1
    {
        await using var desk = await BareDesk.At("2026-11-30T10:00");
        var ticket = await desk.Declares("ines.costa");
        Assert.Equal((Priority.P1, Priority.P2, Priority.P2, Plan.Developpeur), (ticket.Requested, ticket.Suggested, ticket.Priority, ticket.Plan));
    }

    [Fact]
    public async Task A_company_without_an_offer_is_sent_to_customer_service() // E24, R2
    {
        await using var desk = await BareDesk.At("2026-11-30T10:00");
        var refusal = BareDesk.Refused(await desk.Tries(BareDesk.Declaring("lou.garin"), "lou.garin"));
        Assert.Equal((RefusalKind.NotNow, "Nomade has no support offer, so no incident can be declared. Please contact Customer Service."), (refusal.Kind, refusal.Why.In(Tongue.English)));
    }

    [Theory]
    [InlineData("marc.ancien", "meridien", "contact")] // E26: he has left
    [InlineData("claire.morel", "meridien", "contact")] // R10: another company's
    [InlineData("nadia.benali", "meridien", "contact")]
    [InlineData("nobody", "meridien", "contact")]
    [InlineData("paul.renard", "nowhere", "client")]
    public async Task Only_an_active_named_contact_declares_for_their_own_company(string contact, string client, string field)
    {
        await using var desk = await BareDesk.At("2026-11-30T10:00");
        var declare = BareDesk.Declaring("paul.renard") with { Contact = contact, Client = client };
        Assert.Equal([field], BareDesk.Refused(await desk.Tries(declare, "paul.renard")).Fields.Keys);
    }

    [Fact]
    public async Task Everything_that_is_missing_is_said_at_once() // R13
    {
        await using var desk = await BareDesk.At("2026-11-30T10:00");
        var refusal = BareDesk.Refused(await desk.Tries(new Declare("meridien", "paul.renard", new Dictionary<string, Desk.Declarations.FieldAnswer>()), "paul.renard"));
        Assert.Equal(
            ["actionsTried", "businessImpact", "description", "environment", "region", "requestedPriority", "scopeAttestation", "service", "serviceInterrupted", "startedAt", "tenantId", "title", "usersAffected", "workaround"],
            refusal.Fields.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_new_ticket_follows_a_closed_one_of_the_same_company() // E42, D13
    {
        await using var desk = await BareDesk.At("2026-11-30T10:00");
        var closed = await Closed(desk, "paul.renard");
        Assert.Equal(closed.Reference, (await desk.Declares("lea.martin", ("followsUp", closed.Reference))).FollowsUp);

        var open = await desk.Declares("paul.renard");
        foreach (var (contact, reference) in new[] { ("paul.renard", open.Reference), ("paul.renard", "INC-999999"), ("claire.morel", closed.Reference) })
            Assert.Equal(["followsUp"], BareDesk.Refused(await desk.Tries(BareDesk.Declaring(contact, ("followsUp", reference)), contact)).Fields.Keys);
    }

    [Fact]
    public async Task The_offer_of_the_day_governs_for_good() // D14, E25
    {
        await using var desk = await BareDesk.At("2026-11-30T10:00");
        var ticket = await desk.Declares("paul.renard", ("requestedPriority", "P3"));
        desk.Knows(Cast.Yaml.Replace("plan: BUSINESS", "plan: PREMIUM", StringComparison.Ordinal));
        Assert.Equal(Plan.Premium, (await desk.Declares("paul.renard")).Plan);
        var raised = await desk.Does(ticket, new Requalify(Priority.P1, "Tout est arrêté."), "nadia.benali");
        Assert.Equal((Plan.Business, Clock.Moment.At("2026-11-30T14:00")), (raised.Plan, raised.Clock.DueAt!.Value));
    }

    private static async Task<Ticket> Closed(BareDesk desk, string contact) =>
        await desk.Does(await desk.Declares(contact), new MarkOutOfScope("Une application."), "nadia.benali");
}
