using System.Net.Http.Json;
using System.Text.Json;
using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Sharing;
using ChatSupport.Desk;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using ChatSupport.Tests.Delivery;
using ChatSupport.Tests.Driver;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace ChatSupport.Tests.Sharing;

public sealed class NeighboursTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_one_instance_accepted_the_other_shows_at_once_and_announces_to_its_pages()
    {
        await using var desks = await TwoDesks.Start();
        var heard = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        desks.Service<ServiceDesk>(1).Committed += tickets => heard.TrySetResult(tickets.Single().Reference);

        var answer = await desks.Http[0].PostAsJsonAsync("/api/tickets", SampleDeclaration.Of("paul.renard"), Stop);
        var seen = await desks.Http[1].GetAsync(new Uri(answer.Headers.Location!.ToString(), UriKind.RelativeOrAbsolute), Stop);

        Assert.Equal(System.Net.HttpStatusCode.OK, seen.StatusCode);
        Assert.Equal("INC-000001", await heard.Task.InTime());
    }

    [Fact]
    public async Task Two_who_acknowledge_at_once_through_two_instances_hear_the_same_name()
    {
        await using var desks = await TwoDesks.Start();
        var answer = await desks.Http[0].PostAsJsonAsync("/api/tickets", SampleDeclaration.Of("paul.renard"), Stop);
        var reference = (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("reference").GetString();

        var answers = await Task.WhenAll(new[] { "nadia.benali", "tom.lefevre" }.Select((who, instance) =>
            desks.Http[instance].PostAsJsonAsync($"/api/tickets/{reference}/acknowledge", new { by = who, comment = "Je regarde." }, Stop)));

        Assert.Single(answers, one => one.IsSuccessStatusCode);
        var ticket = await desks.Http[0].GetFromJsonAsync<TicketSeen>($"/api/tickets/{reference}", JsonSerializerOptions.Web, Stop);
        var refusal = await answers.Single(one => !one.IsSuccessStatusCode).Content.ReadAsStringAsync(Stop);
        Assert.Contains(ticket!.AcknowledgedBy == "nadia.benali" ? "Nadia" : "Tom", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_that_went_on_at_one_instance_is_where_it_was_left_at_the_other()
    {
        await using var desks = await TwoDesks.Start();
        await Says(desks, 0, "nos VM de fr1 sont injoignables depuis 10 minutes, toute la prod");
        await Says(desks, 1, "les commandes sont arrêtées");
        var asked = await Says(desks, 0, "aide");
        Assert.Contains("Utilisateurs touchés", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Instances_with_different_directories_say_so_until_they_agree()
    {
        await using var desks = await TwoDesks.Start();
        await Eventually.Holds(async () => await Instances(desks, 0) == "ok" && (await Present(desks)).Count == 2);

        var text = await TestFile.Read(desks.DirectoryOf(1));
        await TestFile.Write(desks.DirectoryOf(1), text.Replace("plan: BUSINESS", "plan: PREMIUM", StringComparison.Ordinal));
        await Eventually.Holds(async () => await Instances(desks, 0) == "degraded" && await Instances(desks, 1) == "degraded");

        await TestFile.Write(desks.DirectoryOf(0), await TestFile.Read(desks.DirectoryOf(1)));
        await Eventually.Holds(async () => await Instances(desks, 0) == "ok");
    }

    [Fact]
    public async Task What_a_dead_instance_was_sending_is_free_for_the_others_and_what_a_living_one_sends_is_not()
    {
        var connection = await (await PostgresServer.Shared).NewDatabase();
        await using var dead = await Store.Open(connection);
        await using var living = await Store.Open(connection);
        await using var stage = await Stage.On(connection, new ScriptedWay());
        var now = Instant.FromUtc(2026, 11, 23, 9, 0);
        foreach (var (store, lane) in new[] { (dead, "a"), (living, "b") })
        {
            await store.Write(async session =>
            {
                await session.Beat("hash");
                await session.Enqueue(new OutboxRow(lane, Tray.Mail, "Mail", "paul.renard", null, "Declared", "1", now, now));
                return true;
            }, Stop);
            Assert.Single(await store.Write(session => session.ClaimMessages(now, now + Duration.FromMinutes(2), _ => 1), Stop));
        }

        using var neighbours = new Neighbours(stage.Store, stage.Directory, stage.Pump, stage.Time, stage.Log.CreateLogger<Neighbours>());
        await neighbours.StartAsync(Stop);
        await Eventually.Holds(async () =>
        {
            await living.Write(async session =>
            {
                await session.Beat("hash");
                return true;
            }, Stop);
            stage.Time.Advance(Neighbours.Pulse);
            return (await stage.Store.Read(reader => reader.Instances(), Stop)).All(row => row.Name != dead.Instance);
        });

        var free = await stage.Store.Write(session => session.ClaimMessages(now + Duration.FromSeconds(20), now + Duration.FromMinutes(2), _ => 9), Stop);
        Assert.Equal("a", Assert.Single(free).Message.Lane);
        await neighbours.StopAsync(Stop);
        Assert.Single(await living.Read(reader => reader.Instances(), Stop));
    }

    private static async Task<string> Says(TwoDesks desks, int instance, string words)
    {
        var paul = desks.Service<LiveDirectory>(instance).Current.Person("paul.renard")!;
        var replies = await desks.Service<Conversations>(instance).Take(new Turn(paul, Door.Web, "web:paul.renard", new DeliveryKey("test", words), new Input.Words(words)), Stop);
        return string.Join('\n', replies.Select(reply => reply is Reply.Choices(var asked, _) ? asked : reply is Reply.Text(var text) ? text : ""));
    }

    private static Task<List<InstanceRow>> Present(TwoDesks desks) => desks.Service<Store>(0).Read(reader => reader.Instances(), Stop);

    private static async Task<string?> Instances(TwoDesks desks, int instance)
    {
        var ready = await desks.Http[instance].GetFromJsonAsync<JsonElement>("/readyz", Stop);
        return ready.GetProperty("parts").GetProperty("instances").GetProperty("state").GetString();
    }
}
