using System.Text.Json.Nodes;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Api;

/// <summary>The outside contract, field by field, as strangers rely on it.</summary>
public sealed class ContractTests(AtTen running) : IClassFixture<AtTen>
{
    private readonly RunningDesk desk = running.Desk;

    [Fact]
    public async Task A_declaration_answers_201_with_the_whole_ticket_and_where_it_is()
    {
        var reply = await desk.Post("/api/tickets", SampleDeclaration.Of("paul.renard", ("clientRef", "MER-2026-118"), ("requestedPriority", "P2")));
        Assert.Equal((201, "application/json"), (reply.Status, reply.ContentType));
        Assert.Equal($"/api/tickets/{reply["reference"]}", reply.Headers.Location!.OriginalString);
        Assert.Equal("\"1\"", reply.Headers.ETag!.Tag);
        Assert.Matches("^INC-[0-9]{6}$", reply["reference"]);
        var clock = reply.Json["clock"]!;
        Expect(reply.Json, $$"""
            {
              "reference": "{{reply["reference"]}}", "kind": "Incident", "status": "Open", "priority": "P2", "requestedPriority": "P2", "suggestedPriority": "P1",
              "proposedPriority": null, "client": "meridien", "plan": "BUSINESS", "contact": "paul.renard", "door": "api",
              "title": "Toutes les instances de fr1 sont injoignables", "clientRef": "MER-2026-118", "followsUp": null, "assignee": null,
              "declaredAt": "2026-11-30T10:00:00+01:00", "acknowledgedAt": null, "acknowledgedBy": null, "resolvedAt": null, "fix": null,
              "closedAt": null, "closure": null, "updatedAt": "2026-11-30T10:00:00+01:00", "version": 1,
              "clock": { "startedAt": "2026-11-30T10:00:00+01:00", "dueAt": "2026-12-01T10:00:00+01:00", "softDueAt": null, "standing": "Running" }
            }
            """);
        Assert.Equal(["startedAt", "dueAt", "softDueAt", "standing"], clock.AsObject().Select(property => property.Key));
    }

    [Fact]
    public async Task The_declaration_comes_back_as_the_desk_understood_it()
    {
        var reply = await desk.Post("/api/tickets", SampleDeclaration.Of("paul.renard", ("tenantId", "4D1C9A7B-E2F0-4C7F-9B3E-5A6D8C0F1E2A"), ("callbackPhone", "06 39 98 02 01")));
        Expect(reply.Json["declaration"]!.AsObject(), """
            {
              "title": "Toutes les instances de fr1 sont injoignables", "service": "compute", "region": "fr1", "tenantId": "4d1c9a7be2f04c7f9b3e5a6d8c0f1e2a",
              "resourceIds": ["6a9f0b52-1c2d-4e3f-8a4b-5c6d7e8f9a0b"], "startedAt": "2026-11-23T07:00:00Z", "serviceInterrupted": "interrupted",
              "environment": "production", "usersAffected": "all", "workaround": "no", "requestedPriority": "P1", "callbackPhone": "+33639980201", "scopeAttestation": "true"
            }
            """);
    }

    [Fact]
    public async Task Every_verb_answers_200_with_the_ticket_and_its_version()
    {
        var path = $"/api/tickets/{(await desk.Post("/api/tickets", SampleDeclaration.Of("paul.renard")))["reference"]}";
        await Verb("assign", new { by = "nadia.benali", to = "tom.lefevre" }, """{ "status": "Open", "assignee": "tom.lefevre", "version": 2 }""");
        await Verb("call", new { by = "paul.renard", at = "2026-11-30T09:55:00+01:00" }, """{ "version": 3 }""");
        await Verb("note", new { by = "nadia.benali", comment = "Interne." }, """{ "status": "Open", "version": 4 }""");
        await Verb("acknowledge", new { by = "nadia.benali", comment = "Nous regardons." }, """{ "status": "InProgress", "acknowledgedAt": "2026-11-30T10:00:00+01:00", "acknowledgedBy": "nadia.benali", "assignee": "nadia.benali", "version": 5 }""");
        await Verb("requalify", new { by = "nadia.benali", priority = "P2", comment = "Un contournement existe." }, """{ "status": "OnHold", "priority": "P1", "proposedPriority": "P2", "version": 6 }""");
        await Verb("comment", new { by = "paul.renard", comment = "Non." }, """{ "status": "InProgress", "proposedPriority": "P2", "version": 8 }""");
        await Verb("requalify", new { by = "sylvie.roux", priority = "P2", comment = "Tranché." }, """{ "status": "InProgress", "priority": "P2", "requestedPriority": "P1", "proposedPriority": null, "version": 9 }""");
        await Verb("hold", new { by = "nadia.benali", comment = "Quelle région ?" }, """{ "status": "OnHold", "version": 10 }""");
        await Verb("resume", new { by = "nadia.benali" }, """{ "status": "InProgress", "version": 11 }""");
        await Verb("resolve", new { by = "nadia.benali", fix = "preproduction", comment = "Livré." }, """{ "status": "Resolved", "fix": "Preproduction", "resolvedAt": "2026-11-30T10:00:00+01:00", "version": 12 }""");
        await Verb("contest", new { by = "paul.renard", comment = "Toujours en panne." }, """{ "status": "InProgress", "fix": null, "resolvedAt": null, "version": 13 }""");
        await Verb("resolve", new { by = "nadia.benali", fix = "production" }, """{ "status": "Resolved", "fix": "Production", "version": 14 }""");
        await Verb("confirm", new { by = "paul.renard" }, """{ "status": "Closed", "closure": "Confirmed", "closedAt": "2026-11-30T10:00:00+01:00", "version": 15 }""");

        async Task Verb(string verb, object body, string expected)
        {
            var reply = await desk.Post($"{path}/{verb}", body);
            Assert.True(reply.Status == 200, $"{verb}: {reply.Text}");
            Expect(reply.Json, expected);
            Assert.Equal($"\"{reply["version"]}\"", reply.Headers.ETag!.Tag);
            Assert.Equal(reply.Text, (await desk.Get(path)).Text);
        }
    }

    [Fact]
    public async Task Out_of_scope_closes_with_its_reason()
    {
        var path = $"/api/tickets/{(await desk.Post("/api/tickets", SampleDeclaration.Of("ines.costa")))["reference"]}";
        Expect((await desk.Post($"{path}/out-of-scope", new { by = "nadia.benali", comment = "Une application." })).Json, """{ "status": "Closed", "closure": "OutOfScope" }""");
    }

    [Fact]
    public async Task A_premium_P1_says_what_its_clock_waits_for()
    {
        var reply = await desk.Post("/api/tickets", SampleDeclaration.Of("claire.morel"));
        Expect(reply.Json["clock"]!.AsObject(), """{ "startedAt": null, "dueAt": null, "softDueAt": "2026-11-30T14:00:00+01:00", "standing": "NotStarted" }""");
        var called = await desk.Post($"/api/tickets/{reply["reference"]}/call", new { by = "claire.morel", at = "2026-11-30T08:30:00Z" });
        Expect(called.Json["clock"]!.AsObject(), """{ "startedAt": "2026-11-30T09:30:00+01:00", "dueAt": "2026-11-30T10:30:00+01:00", "standing": "Running" }""");
    }

    [Fact]
    public async Task The_timeline_tells_everything_in_order_with_instants_as_text()
    {
        var path = $"/api/tickets/{(await desk.Post("/api/tickets", SampleDeclaration.Of("claire.morel")))["reference"]}";
        await desk.Post($"{path}/call", new { by = "claire.morel" });
        await desk.Post($"{path}/note", new { by = "nadia.benali", comment = "Interne." });
        var page = (await desk.Get($"{path}/timeline")).Json;
        Assert.Equal(["items", "next"], page.Select(property => property.Key));
        var items = page["items"]!.AsArray();
        Assert.Equal(["seq", "at", "by", "door", "type", "internal", "detail"], items[0]!.AsObject().Select(property => property.Key));
        Expect(items[0]!.AsObject(), """{ "seq": 1, "at": "2026-11-30T10:00:00+01:00", "by": "claire.morel", "door": "api", "type": "declared", "internal": false }""");
        Expect(items[0]!["detail"]!.AsObject(), """{ "client": "borealis", "plan": "PREMIUM", "contact": "claire.morel", "requested": "P1", "suggested": "P1", "priority": "P1", "complete": true }""");
        Expect(items[1]!["detail"]!.AsObject(), """{ "receivedAt": "2026-11-30T10:00:00+01:00" }""");
        Expect(items[2]!.AsObject(), """{ "seq": 3, "by": "nadia.benali", "type": "noted", "internal": true, "detail": { "text": "Interne." } }""");
    }

    private static void Expect(JsonObject actual, string expected)
    {
        foreach (var (key, value) in JsonNode.Parse(expected)!.AsObject())
        {
            Assert.True(actual.ContainsKey(key), $"{key} is missing");
            Assert.True(JsonNode.DeepEquals(value, actual[key]), $"{key} is {actual[key]?.ToJsonString() ?? "null"} instead of {value?.ToJsonString() ?? "null"}");
        }
    }
}
