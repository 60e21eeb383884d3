using ChatSupport.Bot.Delivery;
using ChatSupport.Desk.Storage;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Faults;

/// <summary>
/// Two instances on PostgreSQL and Redis under load, while one after another is killed, the server is restarted in the middle of
/// everything, Redis dies, forgets or falls asleep, the clock of one is an hour ahead for a while, and Slack, Teams, the phone and the mail
/// server say no, break, take their time, or do what they are asked and drop the answer. Afterwards everything is accounted for.
/// </summary>
public sealed class ChaosTests : IAsyncLifetime
{
    private const int AtNight = 4;
    private static readonly int Blows = Extent.Of(few: 10, many: 250);

    private readonly System.IO.DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("chaos-");
    private readonly Random chance = new(20261123);
    private PostgresServer postgres = null!;
    private RedisServer redis = null!;
    private Vendors vendors = null!;
    private string connection = "";
    private List<Instance> instances = [];
    private int doubts;

    /// <summary>As many as an instance has on their way may come again when it dies, or finds an hour gone. Nobody talks to the desk here, or signs in.</summary>
    private static int OnTheirWay => Enum.GetValues<Tray>().Where(tray => tray is not (Tray.Replies or Tray.Keys)).Sum(new DeliverySettings().PlacesOf);

    public async ValueTask InitializeAsync()
    {
        (postgres, redis, vendors) = (await PostgresServer.Start(), await RedisServer.Start(), await Vendors.Open());
        connection = await postgres.NewDatabase();
        var directory = System.IO.Path.Combine(folder.FullName, "directory.yaml");
        await System.IO.File.WriteAllTextAsync(directory, ChaosDirectory.Yaml);
        string[] settings =
        [
            $"--ConnectionStrings:Desk={connection}", $"--ConnectionStrings:Redis={redis.Address}", $"--Data:Folder={folder.FullName}", $"--Directory:Path={directory}",
            $"--Api:Keys:desk={RunningDesk.Key}", "--Logging:LogLevel:Default=Warning", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information", .. vendors.Settings,
        ];
        instances = [new Instance(folder.FullName, Loopback.FreePort(), settings), new Instance(folder.FullName, Loopback.FreePort(), settings)];
        await using (var store = await Store.Open(connection))
            await vendors.Know(instances[0].Address, store);
        await Task.WhenAll(instances.Select(instance => instance.Rises()));
    }

    public async ValueTask DisposeAsync()
    {
        instances.ForEach(instance => instance.Dispose());
        await vendors.DisposeAsync();
        await redis.DisposeAsync();
        postgres.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Whatever_dies_nothing_that_was_answered_is_lost_or_done_twice_and_everybody_is_told()
    {
        using var callers = new Callers(instances);
        Func<Callers, Task>[] blows =
        [
            _ => KillOne(), _ => RestartTheDatabase(), _ => KillOne(), _ => TheMailServerFails(), _ => TheVendorsFail(),
            _ => KillOne(), _ => RedisFails(), ClockSteps, _ => KillOne(), _ => TheVendorsFail(),
        ];
        callers.Begin(ChaosDirectory.ByMail, AtNight, vendors.HasRungFor);
        for (var blow = 0; blow < Blows; blow++)
        {
            await callers.Answer(chance.Next(5, 40));
            await blows[blow % blows.Length](callers);
            Extent.Tell($"{blow + 1} of {Blows} blows; {callers.Answers.Count} requests answered, {callers.Unanswered} sent again, {vendors.Letters.Count} letters, {vendors.Done.Count} messages and calls");
        }
        vendors.Behave();
        // What was begun while a clock was ahead is due when it would be by that one.
        foreach (var instance in instances)
            await instance.IsSet(SetClock.Ahead);
        await callers.End();

        Assert.NotEqual(0, callers.Unanswered);
        await using var store = await Store.Open(connection);
        var account = new Accounting(store, connection, callers.Answers);
        await account.EverythingHasLeft();
        await account.EverythingIsThereOnce();
        await account.NoPageIsMissing();
        await AllAreTold(account, callers.Answers);
    }

    private async Task KillOne()
    {
        doubts += OnTheirWay;
        var instance = instances[chance.Next(instances.Count)];
        await instance.Dies();
        await instance.Rises();
    }

    private Task RestartTheDatabase()
    {
        doubts += OnTheirWay * instances.Count;
        return postgres.RestartImmediately();
    }

    private Task TheMailServerFails()
    {
        vendors.MailFails();
        return Task.CompletedTask;
    }

    private Task TheVendorsFail()
    {
        vendors.Fail();
        return Task.CompletedTask;
    }

    /// <summary>An hour forwards, and while people go on, an hour backwards.</summary>
    private async Task ClockSteps(Callers callers)
    {
        doubts += OnTheirWay;
        var instance = instances[chance.Next(instances.Count)];
        await instance.IsSet(SetClock.Ahead);
        await callers.Answer(20);
        await instance.IsSet(SetClock.Right);
    }

    private async Task RedisFails()
    {
        switch (chance.Next(3))
        {
            case 0:
                await redis.Dies();
                await redis.Rises();
                break;
            case 1:
                await redis.Forgets();
                break;
            default:
                await redis.Pauses();
                await redis.GoesOn();
                break;
        }
    }

    /// <summary>Everybody at least once; again only what was on its way when something died, or what a vendor had and did not say so.</summary>
    private async Task AllAreTold(Accounting account, IReadOnlyCollection<Answered> answers)
    {
        var told = vendors.Letters.Select(letter => letter.Subject).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var reference in answers.Select(answer => answer.Ticket.Reference).Distinct())
            Assert.Contains(told, subject => subject.Contains(reference, StringComparison.Ordinal));
        var letters = vendors.Letters.Count - vendors.Letters.Select(letter => letter.MessageId).Distinct(StringComparer.Ordinal).Count();
        var others = await account.ShownTwice(vendors.Done);
        Extent.Tell($"Came again: {letters} of {vendors.Letters.Count} letters, {others} of {vendors.Done.Count} messages and calls; at most {doubts + vendors.Doubts} might have");
        Assert.InRange(letters + others, 0, doubts + vendors.Doubts);
    }
}
