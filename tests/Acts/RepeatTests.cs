using ChatSupport.Desk;
using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Acts;

/// <summary>What is delivered twice happens once, and is answered as it was the first time.</summary>
public sealed class RepeatTests
{
    private static readonly DeliveryKey Delivery = new("api:desk", "7f0c");

    [Fact]
    public async Task A_repeated_declaration_is_the_same_ticket()
    {
        await using var desk = await BareDesk.At("2026-11-30T10:00");
        var declare = BareDesk.Declaring("paul.renard");
        var first = await desk.Tries(declare, "paul.renard", Delivery, "hash");
        desk.ItIs("2026-11-30T11:00");
        var second = await desk.Tries(declare, "paul.renard", Delivery, "hash");
        Assert.Equal(new Answer.Accepted(BareDesk.Accepted(first), IsRepeat: false), first);
        Assert.Equal(new Answer.Accepted(BareDesk.Accepted(first), IsRepeat: true), second);
        Assert.Equal("INC-000002", (await desk.Declares("paul.renard")).Reference);
    }

    [Fact]
    public async Task A_repeated_act_has_one_effect_and_its_first_answer_even_when_the_ticket_has_moved_on()
    {
        await using var desk = await BareDesk.At("2026-11-30T10:00");
        var ticket = await desk.Declares("paul.renard");
        var first = await desk.Tries(ticket, new Acknowledge("Vu."), "nadia.benali", Delivery, "hash");
        var resolved = await desk.Does(ticket, new Resolve(Fix.Production, null), "nadia.benali");
        var second = await desk.Tries(ticket, new Acknowledge("Vu."), "nadia.benali", Delivery, "hash");
        Assert.Equal(new Answer.Accepted(BareDesk.Accepted(first), IsRepeat: true), second);
        Assert.Equal((Status.InProgress, 2), (BareDesk.Accepted(second).Status, BareDesk.Accepted(second).Version));
        Assert.Equal(resolved, await desk.Sees(ticket));
    }

    [Fact]
    public async Task A_refusal_is_repeated_word_for_word_though_it_would_be_accepted_now()
    {
        await using var desk = await BareDesk.At("2026-11-30T10:00");
        var ticket = await desk.Declares("paul.renard");
        var first = BareDesk.Refused(await desk.Tries(ticket, new Resolve(Fix.Production, null), "nadia.benali", Delivery, "hash"));
        await desk.Does(ticket, new Acknowledge(null), "nadia.benali");
        var second = BareDesk.Refused(await desk.Tries(ticket, new Resolve(Fix.Production, null), "nadia.benali", Delivery, "hash"));
        Assert.Equal((first.Kind, first.Why.Key), (second.Kind, second.Why.Key));
        Assert.All(Tongues.All, tongue => Assert.Equal(first.Why.In(tongue), second.Why.In(tongue)));
    }

    [Fact]
    public async Task The_fields_of_a_refusal_are_repeated_too()
    {
        await using var desk = await BareDesk.At("2026-11-30T10:00");
        var declare = BareDesk.Declaring("paul.renard", ("title", "court"), ("service", "quantum"), ("tenantId", "abc"));
        var first = BareDesk.Refused(await desk.Tries(declare, "paul.renard", Delivery, "hash"));
        var second = BareDesk.Refused(await desk.Tries(declare, "paul.renard", Delivery, "hash"));
        Assert.Equal(["service", "tenantId"], first.Fields.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(first.Fields.Keys, second.Fields.Keys);
        Assert.All(first.Fields, field => Assert.All(Tongues.All, tongue => Assert.Equal(field.Value.In(tongue), second.Fields[field.Key].In(tongue))));
    }

    [Fact]
    public async Task Another_content_under_the_same_id_is_refused_and_does_nothing()
    {
        await using var desk = await BareDesk.At("2026-11-30T10:00");
        var ticket = await desk.Declares("paul.renard");
        await desk.Tries(ticket, new Comment("Un."), "paul.renard", Delivery, "one");
        var refusal = BareDesk.Refused(await desk.Tries(ticket, new Comment("Deux."), "paul.renard", Delivery, "two"));
        Assert.Equal((RefusalKind.Reused, "Refusals.Reused"), (refusal.Kind, refusal.Why.Key));
        Assert.Equal(2, (await desk.Sees(ticket)).Version);
    }

    [Fact]
    public async Task The_same_id_of_another_sender_is_another_delivery()
    {
        await using var desk = await BareDesk.At("2026-11-30T10:00");
        var ticket = await desk.Declares("paul.renard");
        await desk.Tries(ticket, new Comment("Un."), "paul.renard", Delivery, "hash");
        await desk.Tries(ticket, new Comment("Un."), "paul.renard", Delivery with { Scope = "api:meridien" }, "hash");
        Assert.Equal(3, (await desk.Sees(ticket)).Version);
    }

    [Fact]
    public async Task A_hundred_simultaneous_repeats_are_one_ticket()
    {
        await using var desk = await BareDesk.At("2026-11-30T10:00");
        var declare = BareDesk.Declaring("paul.renard");
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => desk.Tries(declare, "paul.renard", Delivery, "hash")));
        Assert.Single(answers.Select(BareDesk.Accepted).Distinct());
        Assert.Single(answers.OfType<Answer.Accepted>(), answer => !answer.IsRepeat);
        Assert.Equal("INC-000002", (await desk.Declares("paul.renard")).Reference);
    }
}
