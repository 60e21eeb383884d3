using ChatSupport.Bot.Delivery;
using ChatSupport.Desk.Storage;
using ChatSupport.Tests.Carriers;
using ChatSupport.Tests.Delivery;
using ChatSupport.Tests.Driver;
using ChatSupport.Tests.Portal;
using ChatSupport.Tests.Slack;
using ChatSupport.Tests.Teams;
using Microsoft.Extensions.DependencyInjection;

namespace ChatSupport.Tests.Scenarios;

/// <summary>A region goes down and hundreds declare at once through Slack, Teams, the portal and the API; the benchmark measures ten thousand.</summary>
public sealed class StormTests : IAsyncLifetime
{
    private const string Clock = "2026-11-30T10:00:00+01:00";
    private const string Form = "/portal/declare";
    private const int InSlack = 25;
    private const int InTeams = 25;
    private const int AtTheWeb = 50;
    private const int ByTheApi = 200;
    private const int All = InSlack + InTeams + AtTheWeb + ByTheApi;

    private readonly string directory = Crowd.Directory(All, inChats: true);
    private readonly List<RunningDesk> desks = [];
    private SlackCarrier slack = null!;
    private AzureCarrier azure = null!;
    private ConnectorCarrier connector = null!;

    private string[] Settings =>
        [$"--Directory:Path={directory}", "--Limits:PerAddress=100000", .. slack.Settings, .. azure.Settings];

    public async ValueTask InitializeAsync()
    {
        (slack, azure) = (await SlackCarrier.Start(), await AzureCarrier.Start());
        connector = await ConnectorCarrier.Start(azure);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var desk in desks)
            await desk.DisposeAsync();
        await connector.DisposeAsync();
        await azure.DisposeAsync();
        await slack.DisposeAsync();
    }

    [Fact]
    [Trait("Store", "embedded")]
    public async Task One_instance_answers_each_with_one_ticket_and_shows_the_desk_one_notice()
    {
        desks.Add(await RunningDesk.At(Clock, Settings));
        await EveryoneDeclares();
        await EachHasOneTicketAndTheDeskANotice(mostCards: 4);
    }

    [Fact]
    public async Task So_do_two_on_PostgreSQL_and_Redis()
    {
        await using var redis = await RedisServer.Start();
        var folder = System.IO.Directory.CreateTempSubdirectory("storm-");
        string[] shared =
        [
            $"--Demo:Clock={Clock}", $"--ConnectionStrings:Desk={await (await PostgresServer.Shared).NewDatabase()}", $"--ConnectionStrings:Redis={redis.Address}", .. Settings,
        ];
        desks.AddRange([await RunningDesk.In(folder.FullName, shared), await RunningDesk.In(folder.FullName, shared)]);
        await EveryoneDeclares();
        // Those who declare in the very moment in which it begins do not see each other.
        await EachHasOneTicketAndTheDeskANotice(mostCards: 30);
    }

    private Task EveryoneDeclares() => Task.WhenAll(
        Each(1, InSlack, 1, BySlack), Each(InSlack + 1, InTeams, 1, ByTeams), Each(InSlack + InTeams + 1, AtTheWeb, 2, ByWeb), Each(All - ByTheApi + 1, ByTheApi, 6, ByApi));

    private async Task EachHasOneTicketAndTheDeskANotice(int mostCards)
    {
        foreach (var desk in desks)
            await desk.Services.GetRequiredService<Pump>().Drain();
        var seen = new List<TicketSeen>();
        for (var number = 1; number <= All; number++)
            seen.Add(await desks[number % desks.Count].Sees($"INC-{number:000000}"));
        Assert.Equal(All, seen.Select(ticket => ticket.Contact).Distinct().Count());
        Assert.All(seen, ticket => Assert.Equal(DateTimeOffset.Parse("2026-11-30T14:00:00+01:00", null), ticket.Clock.DueAt));
        Assert.Equal(
            [("api", ByTheApi), ("slack", InSlack), ("teams", InTeams), ("web", AtTheWeb)],
            seen.GroupBy(ticket => ticket.Door).Select(door => (door.Key, door.Count())).OrderBy(door => door.Key));

        var store = desks[0].Services.GetRequiredService<Store>();
        var (_, size) = Assert.Single(await store.Read(reader => reader.Waves()));
        Assert.InRange(size.Clients, All - mostCards, All);
        // None at all when the first card was still on its way as the wave began.
        foreach (var way in new[] { "Slack", "Teams" })
            Assert.InRange(await Posts(store, way, "Desk"), 0, mostCards);
        // It may have to wait for its turn in the channel.
        foreach (var way in new[] { "Slack", "Teams" })
            await Eventually.Holds(async () => await Posts(store, way, WaveTable.Posts) == 1);
    }

    private static Task<long> Posts(Store store, string way, string side) => store.Read(reader => reader
        .Prepare("SELECT COUNT(*) FROM posted_messages WHERE way = $1 AND side = $2 AND reader IS NULL").With(way, side).First(row => row.GetInt64(0)));

    private RunningDesk DeskOf(int number) => desks[number % desks.Count];

    private static Task Each(int from, int count, int atOnce, Func<int, Task> declare) => Parallel.ForEachAsync(
        Enumerable.Range(from, count), new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (number, _) => await declare(number));

    private Task ByApi(int number) => DeskOf(number).Declares(Crowd.Contact(number));

    private async Task ByWeb(int number)
    {
        using var visitor = await PortalVisitor.SignedIn(DeskOf(number), Crowd.Contact(number));
        var answers = SlackStory.Answers.Where(answer => answer.Item1 != "startedAt").Select(answer => ($"answer.{answer.Item1}", answer.Item2)).ToArray();
        var sent = await visitor.Sends(Form, Form,
            [.. answers, ("answer.startedAt", "2026-11-30T08:00"), ("answer.service", "compute"), ("answer.requestedPriority", "P1"), ("answer.callbackPhone", "+33639980101"), ("answer.tenantId", number.ToString("x32", null))]);
        Assert.StartsWith("/portal/tickets/INC-", sent.Headers.Location?.ToString());
    }

    private async Task BySlack(int number)
    {
        var story = new SlackStory(slack, DeskOf(number));
        var modal = await story.Begins(Crowd.InSlack(number));
        await story.Complete(Crowd.InSlack(number), modal);
        var done = await story.Hand.Submits(Crowd.InSlack(number), modal);
        Assert.True(done.Action == "update", done.Text);
    }

    private async Task ByTeams(int number)
    {
        var who = Crowd.InTeams(number);
        using var hand = new TeamsHand(azure, connector, DeskOf(number).Http.BaseAddress!);
        Assert.Equal(200, (await hand.Installs(who)).Status);
        await hand.Writes(who, "formulaire");
        var form = (await connector.Says(who.Chat, "Envoyer")).Card!;
        var incomplete = await hand.Clicks(who, form, "Envoyer", null, TeamsStory.Answers);
        Assert.Contains("INC-", (await hand.Clicks(who, incomplete.Card, "Envoyer", null, TeamsStory.Conditional)).Words, StringComparison.Ordinal);
    }
}
