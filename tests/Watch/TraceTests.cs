using ChatSupport.Tests.Delivery;
using ChatSupport.Tests.Driver;
using ChatSupport.Tests.Portal;

namespace ChatSupport.Tests.Watch;

/// <summary>Alone: what a process traces is heard by all who listen in it, the desks of other stories too.</summary>
[CollectionDefinition(nameof(TraceTests), DisableParallelization = true)]
[Collection(nameof(TraceTests))]
public sealed class TraceTests
{
    private const string Clock = "2026-11-24T10:12:00+01:00";

    [Fact]
    public async Task One_trace_follows_a_declaration_from_the_wire_to_the_mailbox()
    {
        await using var collector = new Listener();
        string reference;
        await using (var desk = await RunningDesk.At(Clock, Traced(collector)))
        {
            reference = (await desk.Declares("paul.renard")).Reference;
            await Eventually.Holds(async () => (await desk.Sent()).Items.Any(sent => sent.Ticket == reference));
        }

        var spans = collector.Requests.SelectMany(Spans.Read).ToList();
        var root = spans.Single(span => span.Name == "POST /api/tickets/");
        var trace = spans.Where(span => span.Trace == root.Trace).ToList();
        Assert.Superset(new HashSet<string> { "verify", "read", "commit", "decide", "deliver" }, trace.Select(span => span.Name).ToHashSet());
        Assert.Equal(trace.Single(span => span.Name == "commit").Id, trace.Single(span => span.Name == "decide").Parent);
        Assert.All(trace.Where(span => span.Name == "deliver"), deliver => Assert.Equal(trace.Single(span => span.Name == "decide").Id, deliver.Parent));
        Assert.Contains(collector.Requests, request => request.StartsWith("/v1/traces ", StringComparison.Ordinal) && request.Contains(reference, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_trace_holds_no_secret_and_nothing_that_somebody_wrote()
    {
        await using var collector = new Listener();
        string link;
        await using (var desk = await RunningDesk.At(Clock, Traced(collector)))
        {
            using var claire = await PortalVisitor.SignedIn(desk, "claire.morel");
            await claire.Gets("/portal/tickets?find=aardvark");
            await desk.Declares("claire.morel", ("title", "aardvark ne répond plus"), ("description", "aardvark ne répond plus depuis ce matin"));
            await desk.Asks(HttpMethod.Get, "/api/tickets/aardvark?cursor=aardvark", null, ("User-Agent", "aardvark/1.0"), ("X-Forwarded-For", "aardvark"));
            link = await PortalVisitor.LinkFor(desk, "claire.morel");
            await claire.Gets(link);
        }

        Assert.Contains(collector.Requests, request => request.Contains("/portal/sign-in/{secret}", StringComparison.Ordinal));
        Assert.DoesNotContain(collector.Requests, request => request.Contains(link, StringComparison.Ordinal) || request.Contains("aardvark", StringComparison.Ordinal));
    }

    private static string[] Traced(Listener collector) =>
        [$"--OTEL_EXPORTER_OTLP_ENDPOINT={collector.Base}", "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf"];
}
