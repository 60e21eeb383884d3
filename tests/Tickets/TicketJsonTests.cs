using System.Text.Json.Nodes;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Tickets;
using ChatSupport.Desk.Tickets.Paging;
using ChatSupport.Desk.Tickets.Publishing;
using static ChatSupport.Tests.Clock.Moment;

namespace ChatSupport.Tests.Tickets;

/// <summary>What the store keeps for good: the names and the shape of every event, pinned letter by letter.</summary>
public sealed class TicketJsonTests
{
    private static readonly (TicketEvent What, string Type, string Json)[] Stored =
    [
        (new Attached("journal.txt", "0a1b", 42), "Attached", """{"name":"journal.txt","file":"0a1b","size":42}"""),
        (new Called(At("2026-11-30T10:50")), "Called", """{"receivedAt":1796032200000}"""),
        (new Called(At("2026-11-30T10:50"), "CA1", CallerProof.Pin, "TN-Validation-Passed-A"), "Called", """{"receivedAt":1796032200000,"call":"CA1","proof":"Pin","attestation":"TN-Validation-Passed-A"}"""),
        (new CallSettled("CA1", At("2026-11-30T10:50")), "CallSettled", """{"call":"CA1","receivedAt":1796032200000}"""),
        (new CallWithdrawn("CA1"), "CallWithdrawn", """{"call":"CA1"}"""),
        (new OnTheLine("CA1", LineStep.Ringing, "nadia.benali", At("2026-11-30T10:50")), "OnTheLine", """{"call":"CA1","step":"Ringing","engineer":"nadia.benali","until":1796032200000}"""),
        (new TicketQuoted("999999"), "TicketQuoted", """{"number":"999999"}"""),
        (new VoicemailLeft("RE1", 42), "VoicemailLeft", """{"recording":"RE1","seconds":42}"""),
        (new VoicemailErased("RE1"), "VoicemailErased", """{"recording":"RE1"}"""),
        (new Transcribed("Nos VM", ["namedContact"]), "Transcribed", """{"text":"Nos VM","missing":["namedContact"]}"""),
        (new ModelConfirmed(new Declaration(new Dictionary<string, FieldAnswer>()), Priority.P1), "ModelConfirmed", """{"declaration":{},"suggested":"P1"}"""),
        (new PageSent(2, 1, 1, EscalationTarget.NextOnCall, ["tom.lefevre"], [EscalationWay.Chat, EscalationWay.Phone]), "PageSent",
            """{"step":2,"round":1,"attempt":1,"level":"NextOnCall","to":["tom.lefevre"],"by":["Chat","Phone"]}"""),
        (new PageAnswered("tom.lefevre", 2, PageOutcome.Busy, 4), "PageAnswered", """{"engineer":"tom.lefevre","step":2,"outcome":"Busy","nextLevel":4}"""),
        (new PagingEnded(4), "PagingEnded", """{"rounds":4}"""),
        (new Acknowledged("Nous regardons."), "Acknowledged", """{"comment":"Nous regardons."}"""),
        (new Answered("Vu."), "Answered", """{"text":"Vu."}"""),
        (new Replied("Merci."), "Replied", """{"text":"Merci."}"""),
        (new Noted("Interne."), "Noted", """{"text":"Interne."}"""),
        (new Assigned("tom.lefevre"), "Assigned", """{"to":"tom.lefevre"}"""),
        (new Held("Quand ?"), "Held", """{"question":"Quand ?"}"""),
        (new Resumed("Vu."), "Resumed", """{"comment":"Vu."}"""),
        (new Resumed(null), "Resumed", "{}"),
        (new PriorityProposed(Priority.P2, "Matrice."), "PriorityProposed", """{"priority":"P2","reason":"Matrice."}"""),
        (new PriorityDecided(Priority.P3, "Matrice.", Final: true), "PriorityDecided", """{"priority":"P3","reason":"Matrice.","final":true}"""),
        (new Resolved(Fix.Preproduction, "Livré."), "Resolved", """{"fix":"Preproduction","comment":"Livré."}"""),
        (new Contested("Non."), "Contested", """{"reason":"Non."}"""),
        (new Closed(Closure.OutOfScope, "Application."), "Closed", """{"cause":"OutOfScope","comment":"Application."}"""),
        (new Closed(Closure.Silence, null), "Closed", """{"cause":"Silence"}"""),
        (new Undelivered(Way.Mail, "paul.renard", "550", null), "Undelivered", """{"way":"Mail","person":"paul.renard","why":"550"}"""),
        (new Amended(2, "Depuis 8 h 30."), "Amended", """{"of":2,"text":"Depuis 8 h 30."}"""),
        (new Published("Réseau coupé", "Nous y travaillons.", "network", "fr1"), "Published",
            """{"title":"Réseau coupé","sentence":"Nous y travaillons.","service":"network","region":"fr1"}"""),
        (new Unpublished("Réseau coupé", Resolved: true), "Unpublished", """{"title":"Réseau coupé","resolved":true}"""),
        (new Followed("claire.morel", "INC-000002"), "Followed", """{"contact":"claire.morel","ticket":"INC-000002"}"""),
        (new Followed("claire.morel", null), "Followed", """{"contact":"claire.morel"}"""),
        (new Linked("Réseau coupé", "Nous y travaillons."), "Linked", """{"title":"Réseau coupé","sentence":"Nous y travaillons."}"""),
        (new Grouped("INC-000001"), "Grouped", """{"wave":"INC-000001"}"""),
        (new Unlinked("Réseau coupé", Resolved: true), "Unlinked", """{"title":"Réseau coupé","resolved":true}"""),
        (new Warned(50), "Warned", """{"percent":50}"""),
        (new SoftTargetPassed(), "SoftTargetPassed", "{}"),
        (new ResponseMissed(), "ResponseMissed", "{}"),
        (new Reminded(At("2026-12-29T19:00")), "Reminded", """{"closesAt":1798567200000}"""),
    ];

    [Fact]
    public void Events_are_stored_under_names_that_never_change() => Assert.All(Stored, stored =>
    {
        Assert.Equal(stored.Type, TicketJson.TypeOf(stored.What));
        Assert.Equal(stored.Json, Unescaped(TicketJson.Write(stored.What)));
        Assert.Equal(stored.What, TicketJson.ReadEvent(stored.Type, stored.Json));
    });

    [Fact]
    public void A_declaration_is_stored_whole()
    {
        var declared = (Declared)Stages.Of("Open").Timeline[0].What with { FollowsUp = "INC-000042" };
        var json = JsonNode.Parse(TicketJson.Write(declared))!.AsObject();
        Assert.Equal(
            ["client", "plan", "contact", "declaration", "requested", "suggested", "priority", "complete", "followsUp"],
            json.Select(property => property.Key));
        Assert.Equal("Business", (string?)json["plan"]);
        Assert.Equal("Toutes les instances de fr1 sont injoignables", (string?)json["declaration"]!["title"]);
        Assert.Equal(declared, TicketJson.ReadEvent("Declared", TicketJson.Write(declared)));
    }

    [Fact]
    public void Every_event_there_is_is_pinned_here() => Assert.Equal(
        typeof(TicketEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(TicketEvent)) && !type.IsAbstract).Select(type => type.Name).Order(StringComparer.Ordinal),
        Stored.Select(stored => stored.Type).Append("Declared").Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(LifecycleTableTests.Everywhere), MemberType = typeof(LifecycleTableTests))]
    public void A_ticket_at_any_stage_is_read_back_as_it_was(string stage)
    {
        var ticket = Stages.Of(stage).Ticket;
        Assert.Equal(ticket, TicketJson.ReadTicket(TicketJson.Write(ticket)) with { Id = ticket.Id });
    }

    private static string Unescaped(string json) => System.Text.RegularExpressions.Regex.Unescape(json);
}
