using ChatSupport.Desk;
using ChatSupport.Desk.Storage;
using ChatSupport.Desk.Tickets;
using ChatSupport.Tests.Carriers;
using ChatSupport.Tests.Delivery;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Faults;

/// <summary>
/// Two instances on PostgreSQL and Redis under load, while one after another is killed, the server is restarted in the middle of
/// everything, Redis dies, forgets or falls asleep, and the mail server says no, or takes a letter and drops the answer. Afterwards every
/// answer that was given is accounted for.
/// </summary>
public sealed class ChaosTests : IAsyncLifetime
{
    private const int Load = 8;
    private static readonly int Blows = Extent.Of(few: 8, many: 150);

    private readonly System.IO.DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("chaos-");
    private readonly Random chance = new(20261123);
    private PostgresServer postgres = null!;
    private RedisServer redis = null!;
    private SmtpCarrier mail = null!;
    private string connection = "";
    private List<Instance> instances = [];
    private int kills;
    private int troubles;

    public async ValueTask InitializeAsync()
    {
        (postgres, redis, mail) = (await PostgresServer.Start(), await RedisServer.Start(), new SmtpCarrier());
        connection = await postgres.NewDatabase();
        var directory = System.IO.Path.Combine(folder.FullName, "directory.yaml");
        System.IO.File.Copy(System.IO.Path.Combine(AppContext.BaseDirectory, "demo", "directory.yaml"), directory);
        string[] settings =
        [
            $"--ConnectionStrings:Desk={connection}", $"--ConnectionStrings:Redis={redis.Address}", $"--Data:Folder={folder.FullName}", $"--Directory:Path={directory}",
            $"--Api:Keys:desk={RunningDesk.Key}", "--Logging:LogLevel:Default=Warning", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information", .. mail.Settings,
        ];
        instances = [new Instance(folder.FullName, Loopback.FreePort(), settings), new Instance(folder.FullName, Loopback.FreePort(), settings)];
        await Task.WhenAll(instances.Select(instance => instance.Rises()));
    }

    public async ValueTask DisposeAsync()
    {
        instances.ForEach(instance => instance.Dispose());
        await mail.DisposeAsync();
        await redis.DisposeAsync();
        postgres.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Whatever_dies_nothing_that_was_answered_is_lost_or_done_twice_and_everybody_is_told()
    {
        using var callers = new Callers(instances);
        callers.Begin(Load);
        for (var blow = 0; blow < Blows; blow++)
        {
            await callers.Answer(chance.Next(5, 40));
            await Strike(blow % 5);
        }
        await callers.End();
        mail.Behaves();

        Assert.NotEqual(0, callers.Unanswered);
        await using var store = await Store.Open(connection);
        await AllIsDelivered(store);
        await AllIsThereOnce(store, callers.Answers);
        AllAreTold(callers.Answers);
    }

    /// <summary>Two blows of five kill an instance.</summary>
    private Task Strike(int kind) => kind switch
    {
        0 or 2 => KillOne(instances[chance.Next(instances.Count)]),
        1 => postgres.RestartImmediately(),
        3 => TheMailServerFails(),
        _ => chance.Next(3) switch
        {
            0 => RedisDiesAndComesBack(),
            1 => redis.Forgets(),
            _ => RedisFallsAsleep(),
        },
    };

    /// <summary>For a while it is busy, breaks in the middle, or takes letters without a word: those come again.</summary>
    private Task TheMailServerFails()
    {
        troubles++;
        mail.Answers("RCPT TO", "451 4.3.2 come back later", times: 1);
        mail.Answers("MAIL FROM", SmtpCarrier.HangUp, times: 1);
        mail.Answers(SmtpCarrier.EndOfData, SmtpCarrier.HangUp, times: 1);
        return Task.CompletedTask;
    }

    private async Task KillOne(Instance instance)
    {
        kills++;
        await instance.Dies();
        await instance.Rises();
    }

    private async Task RedisDiesAndComesBack()
    {
        await redis.Dies();
        await redis.Rises();
    }

    private async Task RedisFallsAsleep()
    {
        await redis.Pauses();
        await redis.GoesOn();
    }

    private static Task AllIsDelivered(Store store) => Eventually.Holds(async () => await store.Read(reader => reader.OldestUndelivered()) is null);

    private static async Task AllIsThereOnce(Store store, IReadOnlyCollection<Answered> answers)
    {
        var declared = answers.Where(answer => answer.Path == "/api/tickets").Select(answer => answer.Ticket.Reference).ToList();
        Assert.Equal(declared.Count, declared.Distinct(StringComparer.Ordinal).Count());
        Assert.Null(await store.Read(reader => reader.LoadTicket($"INC-{declared.Count + 1:000000}")));
        foreach (var answered in answers.GroupBy(answer => answer.Ticket.Reference))
        {
            var row = (await store.Read(reader => reader.LoadTicket(answered.Key)))!;
            var timeline = (await store.Read(reader => reader.Timeline(row.Id))).Select(happened => happened.ToHappening()).ToList();
            Assert.Equal(TicketJson.Write(row.ToTicket()), TicketJson.Write(TicketFold.Rebuild(row.Id, TicketKind.Incident, row.Reference, timeline)));
            // Declared, acknowledged, commented: as many events as answers, in the versions that were answered.
            Assert.Equal(answered.Select(answer => answer.Ticket.Version).Order(), timeline.Select(happening => happening.Seq));
        }
    }

    /// <summary>Everybody at least once; again only what was on its way when an instance died.</summary>
    private void AllAreTold(IReadOnlyCollection<Answered> answers)
    {
        var told = mail.Kept.Select(letter => letter.Subject + letter.To).ToList();
        foreach (var reference in answers.Select(answer => answer.Ticket.Reference).Distinct())
            Assert.Contains(told, subject => subject.Contains(reference, StringComparison.Ordinal));
        var again = mail.Kept.Count - mail.Kept.Select(letter => letter.MessageId).Distinct(StringComparer.Ordinal).Count();
        Assert.InRange(again, 0, troubles + (kills + Blows) * new Bot.Delivery.DeliverySettings().Parallelism);
    }
}
