using ChatSupport.Desk.Acts;
using ChatSupport.Desk.Notices;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Acts;

/// <summary>A contact sees and acts on all of their company's tickets and nobody else's, and never on what is internal.</summary>
public sealed class CompanyScopeTests
{
    public static TheoryData<TicketAct> EveryAct =>
    [
        new Acknowledge("Vu."), new Comment("Vu."), new Note("Vu."), new Assign("tom.lefevre"), new Hold("Quand ?"), new Resume(null),
        new Resolve(Fix.Production, null), new Confirm(null), new Contest("Non."), new Requalify(Desk.Contracts.Priority.P2, "Matrice."),
        new MarkOutOfScope("Application."), new RecordCall(null), new Publish("Réseau de fr1 coupé", "Nous y travaillons."), new Unpublish(),
    ];

    [Theory]
    [MemberData(nameof(EveryAct))]
    public async Task Another_companys_ticket_is_like_one_that_does_not_exist(TicketAct act)
    {
        await using var desk = await BareDesk.At("2026-11-30T10:00");
        var ticket = await desk.Declares("paul.renard");
        var theirs = await desk.IsRefused(ticket, act, "claire.morel");
        var none = await desk.IsRefused(ticket with { Reference = "INC-000009" }, act, "claire.morel");
        Assert.Equal((RefusalKind.Unknown, "Refusals.Unknown"), (theirs.Kind, theirs.Why.Key));
        Assert.Equal(none.Why.In(Desk.Language.Tongue.English).Replace("000009", "000001", StringComparison.Ordinal), theirs.Why.In(Desk.Language.Tongue.English));
        Assert.Null(await desk.Finds(ticket.Reference, "claire.morel"));
        Assert.Equal(ticket, await desk.Sees(ticket));
    }

    [Fact]
    public async Task A_colleague_acts_as_the_declarant_does()
    {
        await using var desk = await BareDesk.At("2026-11-30T10:00");
        var ticket = await desk.Declares("paul.renard");
        await desk.Does(ticket, new Acknowledge(null), "nadia.benali");
        await desk.Does(ticket, new Resolve(Fix.Production, null), "nadia.benali");
        Assert.Equal(Status.InProgress, (await desk.Does(ticket, new Contest("Non."), "lea.martin")).Status);
    }

    [Fact]
    public async Task The_timeline_of_a_contact_leaves_out_what_is_internal()
    {
        await using var desk = await BareDesk.At("2026-11-30T10:00");
        var ticket = await desk.Declares("paul.renard");
        await desk.Does(ticket, new Note("Client difficile."), "nadia.benali");
        desk.ItIs("2026-11-30T15:00");
        await desk.Does(ticket, new Acknowledge("Nous regardons."), "nadia.benali");
        Assert.Equal([1, 6], (await desk.Timeline(ticket, "lea.martin")).Select(happening => happening.Seq));
        Assert.Equal([1, 2, 3, 4, 5, 6], (await desk.Timeline(ticket, "tom.lefevre")).Select(happening => happening.Seq));
    }

    [Theory]
    [MemberData(nameof(EveryAct))]
    public async Task Who_has_left_sees_and_does_nothing(TicketAct act) // E26
    {
        await using var desk = await BareDesk.At("2026-11-30T10:00");
        var ticket = await desk.Declares("paul.renard");
        Assert.Equal(RefusalKind.Unknown, (await desk.IsRefused(ticket, act, "marc.ancien")).Kind);
        Assert.Null(await desk.Finds(ticket.Reference, "marc.ancien"));
    }

    [Fact]
    public async Task A_ticket_outlives_the_people_in_it()
    {
        await using var desk = await BareDesk.At("2026-11-30T10:00");
        var ticket = await desk.Declares("ines.costa");
        await desk.Does(ticket, new Acknowledge(null), "tom.lefevre");
        var (client, engineer) = (Cast.Yaml.IndexOf("  - id: studio-kite", StringComparison.Ordinal), Cast.Yaml.IndexOf("    - { id: tom.lefevre", StringComparison.Ordinal));
        desk.Knows(Cast.Yaml[..client] + Cast.Yaml[Cast.Yaml.IndexOf("  - id: nomade", StringComparison.Ordinal)..engineer]
            + Cast.Yaml[Cast.Yaml.IndexOf("    - { id: sylvie.roux", StringComparison.Ordinal)..].Replace(", tom.lefevre]", "]", StringComparison.Ordinal));

        Assert.Contains("already taken by tom.lefevre", (await desk.IsRefused(ticket, new Acknowledge(null), "nadia.benali")).Why.In(Desk.Language.Tongue.English));
        await desk.Does(ticket, new Resolve(Fix.Production, null), "nadia.benali");
        desk.ItIs("2026-12-07T19:00");
        await desk.Sweeps();
        Assert.Equal(Status.Closed, (await desk.Sees(ticket)).Status);
    }

    [Fact]
    public void When_the_declarant_has_left_their_colleagues_are_told() // E26
    {
        var left = Cast.Read(Cast.Yaml.Replace("paul.renard@meridien.example }", "paul.renard@meridien.example, active: false }", StringComparison.Ordinal));
        Assert.Equal(["paul.renard"], Told(Cast.Directory));
        Assert.Equal(["lea.martin"], Told(left));

        static IEnumerable<string> Told(Directory directory)
        {
            var ticket = Tickets.Stages.Of("InProgress");
            return Audience.Of(ticket.Ticket, ticket.Timeline[^1], directory, new HashSet<Way> { Way.Mail }).Select(notice => notice.To.Id);
        }
    }
}
