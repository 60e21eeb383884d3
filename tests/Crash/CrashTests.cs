using System.Collections.Concurrent;
using ChatSupport.Desk;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using ChatSupport.Tests.Driver;
using Microsoft.Data.Sqlite;

namespace ChatSupport.Tests.Crash;

/// <summary>What was answered is durable: the real program is killed again and again under load, and every answer it gave is accounted for.</summary>
[Trait(TestStore.Trait, TestStore.Embedded)]
public sealed class CrashTests
{
    private const int Callers = 12;
    private const int Deaths = 4;
    private const int AnswersBetweenDeaths = 100;

    [Fact]
    public async Task Nothing_that_was_answered_is_lost_or_done_twice()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("crash-");
        try
        {
            var answers = await UnderLoad(folder.FullName);
            await Inspect(folder.FullName, answers);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<IReadOnlyList<Answered>> UnderLoad(string folder)
    {
        await using var desk = new MortalDesk(folder);
        using var enough = new CancellationTokenSource();
        var answers = new ConcurrentBag<Answered>();
        await desk.Rises();
        var callers = Enumerable.Range(0, Callers).Select(caller => Call(desk, caller, answers, enough.Token)).ToArray();
        for (var death = 0; death < Deaths; death++)
        {
            await desk.DiesAfter(AnswersBetweenDeaths);
            await desk.Rises();
        }
        await enough.CancelAsync();
        await Task.WhenAll(callers);
        Assert.NotEqual(0, desk.Unanswered);

        var repeated = await Task.WhenAll(answers.Select(answer => desk.Insists(answer.Path, answer.Body, answer.Key)));
        Assert.Equal(answers.Select(answer => answer.Ticket), repeated);
        await desk.DiesAfter(answers.Count);
        return [.. answers];
    }

    /// <summary>Declares, takes and comments, each under a key of its own, until it is enough.</summary>
    private static async Task Call(MortalDesk desk, int caller, ConcurrentBag<Answered> answers, CancellationToken enough)
    {
        for (var round = 0; !enough.IsCancellationRequested; round++)
        {
            var name = $"{caller}-{round}";
            var ticket = await Keep("/api/tickets", SampleDeclaration.Of("paul.renard", ("title", $"Incident {name}"), ("clientRef", name)), $"{name}-declare");
            var path = $"/api/tickets/{ticket.Reference}";
            await Keep($"{path}/acknowledge", new { by = "nadia.benali", comment = "Nous regardons." }, $"{name}-acknowledge");
            await Keep($"{path}/comment", new { by = "paul.renard", comment = $"Du nouveau : {name}." }, $"{name}-comment");
        }

        async Task<TicketSeen> Keep(string path, object body, string key)
        {
            var ticket = await desk.Insists(path, body, key);
            answers.Add(new Answered(path, body, key, ticket));
            return ticket;
        }
    }

    private static async Task Inspect(string folder, IReadOnlyList<Answered> answers)
    {
        var declared = answers.Where(answer => answer.Path == "/api/tickets").Select(answer => answer.Ticket).ToList();
        Assert.Equal(declared.Count, declared.Select(ticket => ticket.Reference).Distinct().Count());
        Assert.Equal("ok", await IntegrityOf(ChildDesk.StoreIn(folder)));

        await using var store = await Store.Open(ChildDesk.StoreIn(folder));
        Assert.Null(await store.Read(reader => reader.LoadTicket($"INC-{declared.Count + 1:000000}")));
        foreach (var answered in answers.GroupBy(answer => answer.Ticket.Reference))
        {
            var row = (await store.Read(reader => reader.LoadTicket(answered.Key)))!;
            var timeline = (await store.Read(reader => reader.Timeline(row.Id))).Select(happened => happened.ToHappening()).ToList();
            Assert.Equal(row, TicketFold.Rebuild(row.Id, TicketKind.Incident, row.Reference, timeline).ToRow(Cast.Directory, row.Number));
            Assert.Equal(answered.Single(answer => answer.Path == "/api/tickets").Ticket.ClientRef, row.ToTicket().Declaration.ClientRef);
            // Declared, acknowledged, commented: as many events as answers, in the versions that were answered.
            Assert.Equal(answered.Select(answer => answer.Ticket.Version).Order(), timeline.Select(happening => happening.Seq));
        }
    }

    private static async Task<string?> IntegrityOf(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        await connection.OpenAsync();
        await using var check = connection.CreateCommand();
        check.CommandText = "PRAGMA integrity_check";
        return (string?)await check.ExecuteScalarAsync();
    }

    /// <summary>A request and the answer that its caller relies on.</summary>
    private sealed record Answered(string Path, object Body, string Key, TicketSeen Ticket);
}
