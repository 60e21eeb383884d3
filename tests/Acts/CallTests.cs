using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using ChatSupport.Tests.Driver;
using static ChatSupport.Tests.Clock.Moment;

namespace ChatSupport.Tests.Acts;

/// <summary>Which ticket a call is about, and what it changes there.</summary>
public sealed class CallTests
{
    [Fact]
    public async Task A_call_before_any_declaration_is_one_and_its_hour_runs_from_the_call() // D8, E7, R32
    {
        await using var desk = await BareDesk.At("2026-12-06T03:05");
        var ticket = BareDesk.Accepted(await Phones(desk, "claire.morel", "CA1"));
        Assert.Equal((Status.Open, Door.Phone, "claire.morel", false), (ticket.Status, ticket.Door, ticket.Contact, ticket.IsConfirmedByModel));
        Assert.Equal(At("2026-12-06T04:05"), ticket.Clock.DueAt);
    }

    [Fact]
    public async Task A_call_starts_the_newest_P1_that_waits_for_one() // R66, R67
    {
        await using var desk = await BareDesk.At("2026-12-06T02:50");
        await desk.Declares("claire.morel");
        var newest = await desk.Declares("claire.morel");
        desk.ItIs("2026-12-06T03:05");
        var ticket = BareDesk.Accepted(await Phones(desk, "claire.morel", "CA1"));
        Assert.Equal((newest.Reference, At("2026-12-06T04:05")), (ticket.Reference, ticket.Clock.DueAt));
    }

    [Fact]
    public async Task A_second_call_joins_the_ticket_of_the_first_and_resets_nothing() // E9
    {
        await using var desk = await BareDesk.At("2026-12-06T03:05");
        var first = BareDesk.Accepted(await Phones(desk, "claire.morel", "CA1"));
        desk.ItIs("2026-12-06T03:25");
        var second = BareDesk.Accepted(await Phones(desk, "yanis.haddad", "CA2"));
        Assert.Equal((first.Reference, first.Clock.DueAt), (second.Reference, second.Clock.DueAt));
    }

    [Fact]
    public async Task A_call_about_another_incident_leaves_the_first_as_if_it_had_not_been_received()
    {
        await using var desk = await BareDesk.At("2026-12-06T02:50");
        var waiting = await desk.Declares("claire.morel");
        await Phones(desk, "claire.morel", "CA1");
        await desk.Receives(visit => visit.Act(waiting.Reference, new WithdrawCall("CA1"), Actor.Desk, Door.Phone));
        var other = BareDesk.Accepted(await Phones(desk, "claire.morel", "CA1", another: true));
        var left = await desk.Sees(waiting);
        Assert.NotEqual(waiting.Reference, other.Reference);
        Assert.Equal((waiting.Clock, null), (left.Clock, left.Pager));
    }

    [Fact]
    public async Task A_ticket_that_only_the_call_opened_goes_with_it()
    {
        await using var desk = await BareDesk.At("2026-12-06T03:05");
        var opened = BareDesk.Accepted(await Phones(desk, "claire.morel", "CA1"));
        await desk.Receives(visit => visit.Act(opened.Reference, new WithdrawCall("CA1"), Actor.Desk, Door.Phone));
        var closed = await desk.Sees(opened);
        Assert.Equal((Status.Closed, Closure.Withdrawn, Standing.NotEnforceable), (closed.Status, closed.Closure, closed.StandingAt(desk.Now)));
    }

    [Fact]
    public async Task A_call_that_another_one_followed_takes_only_itself_back()
    {
        await using var desk = await BareDesk.At("2026-12-06T03:05");
        var ticket = BareDesk.Accepted(await Phones(desk, "claire.morel", "CA1"));
        await Phones(desk, "claire.morel", "CA2");
        await desk.Receives(visit => visit.Act(ticket.Reference, new WithdrawCall("CA2"), Actor.Desk, Door.Phone));
        Assert.Equal((Status.Open, ticket.Clock.DueAt), ((await desk.Sees(ticket)).Status, (await desk.Sees(ticket)).Clock.DueAt));
    }

    [Theory]
    [InlineData("ines.costa", "2026-12-07T10:00", "Refusals.NotByPhone")] // E2
    [InlineData("paul.renard", "2026-12-06T03:05", "Refusals.NotByPhone")] // E4
    [InlineData("paul.renard", "2026-12-07T19:00", "Refusals.NotByPhone")] // E5
    [InlineData("lou.garin", "2026-12-07T10:00", "Refusals.NoOffer")] // E24
    public async Task A_plan_without_phone_at_that_hour_opens_nothing(string contact, string at, string refusal)
    {
        await using var desk = await BareDesk.At(at);
        Assert.Equal(refusal, BareDesk.Refused(await Phones(desk, contact, "CA1")).Why.Key);
        Assert.Null(await desk.Store.Read(reader => reader.LoadTicket("INC-000001"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Half_a_minute_before_closing_a_business_call_is_taken() // E5, D20
    {
        await using var desk = await BareDesk.At("2026-12-07T18:59:30");
        Assert.Equal(At("2026-12-08T12:59:30"), BareDesk.Accepted(await Phones(desk, "paul.renard", "CA1")).Clock.DueAt);
    }

    [Fact]
    public async Task The_model_completes_what_began_by_phone_once() // R15, D9
    {
        await using var desk = await BareDesk.At("2026-12-06T03:05");
        var ticket = BareDesk.Accepted(await Phones(desk, "claire.morel", "CA1"));
        var model = new ConfirmModel(BareDesk.Declaring("claire.morel").Answers);
        var confirmed = await desk.Does(ticket, model, "yanis.haddad");
        Assert.True(confirmed.IsConfirmedByModel);
        Assert.Equal("Toutes les instances de fr1 sont injoignables", confirmed.Declaration.Title);
        Assert.Equal("Refusals.AlreadyConfirmed", (await desk.IsRefused(ticket, model, "claire.morel")).Why.Key);
        Assert.Equal("Refusals.OnlyContacts", (await desk.IsRefused(ticket, model, "nadia.benali")).Why.Key);
    }

    [Fact]
    public async Task What_the_model_still_misses_is_said_field_by_field()
    {
        await using var desk = await BareDesk.At("2026-12-06T03:05");
        var ticket = BareDesk.Accepted(await Phones(desk, "claire.morel", "CA1"));
        var refusal = await desk.IsRefused(ticket, new ConfirmModel(new Dictionary<string, FieldAnswer>()), "claire.morel");
        Assert.Contains("description", refusal.Fields.Keys);
        Assert.DoesNotContain("title", refusal.Fields.Keys);
    }

    [Fact]
    public async Task A_message_of_nobody_knows_whom_counts_from_its_deposit_once_an_engineer_has_said_whose_it_is() // E10, E14, S18
    {
        await using var desk = await BareDesk.At("2026-12-06T23:25");
        await desk.Receives(visit => visit.Store.TryAddVoicemail(new VoicemailRow("RE1", "CA1", "+33611223344", visit.Now, 20)));
        desk.ItIs("2026-12-06T23:50");
        var attach = new AttachVoicemail("RE1", "borealis", Reason: "Claire Morel, du portable d’un collègue.", Quoted: "INC-999999");
        var ticket = BareDesk.Accepted(await desk.Receives(visit => visit.AttachVoicemail(attach, desk.Person("nadia.benali"))));
        Assert.Equal((At("2026-12-07T00:25"), "borealis"), (ticket.Clock.DueAt, ticket.Client));
        Assert.Equal(["Declared", "Called", "TicketQuoted", "VoicemailLeft"], (await desk.Timeline(ticket)).Select(happening => happening.What.GetType().Name).Where(name => name != "PageSent"));
        Assert.Equal("Refusals.AlreadyAttached", BareDesk.Refused(await desk.Receives(visit => visit.AttachVoicemail(attach, desk.Person("tom.lefevre")))).Why.Key);
        Assert.Equal("Refusals.OnlyEngineersAttach", BareDesk.Refused(await desk.Receives(visit => visit.AttachVoicemail(attach, desk.Person("claire.morel")))).Why.Key);
    }

    private static Task<Answer> Phones(BareDesk desk, string contact, string call, bool another = false)
    {
        var person = (Desk.People.Contact)Cast.Directory.Person(contact)!;
        return desk.Receives(visit => visit.TakeCall(
            new ClientCall(person.ClientId, contact, "+33612000101", new Called(visit.Now, call, CallerProof.CallerId)), another));
    }
}
