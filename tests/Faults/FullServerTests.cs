using System.Net;
using System.Net.Http.Json;
using ChatSupport.Desk.Storage;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Faults;

/// <summary>PostgreSQL's tables lie on a small disk, which fills up in the middle of work: <see cref="Storage.FullStoreTests"/> is the same for the file.</summary>
public sealed class FullServerTests
{
    private const int Most = 1_000;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_half_written_whoever_asks_is_told_and_the_same_request_is_done_once_there_is_room()
    {
        using var disk = await SmallDisk.Mount(megabytes: 64);
        using var server = await PostgresServer.Start();
        await using var desks = await TwoDesks.On(await server.NewDatabaseOn(disk));
        disk.Fills();

        // What is begun on a page that has room left is still kept.
        var kept = 0;
        while (await IsDeclared(desks.Http[kept % 2], kept + 1))
            Assert.InRange(++kept, 0, Most);
        Assert.False(await IsDeclared(desks.Http[(kept + 1) % 2], kept + 1));
        Assert.Null(await Kept(desks, kept + 1));

        disk.HasRoomAgain();
        foreach (var http in desks.Http)
            Assert.True(await IsDeclared(http, kept + 1));
        Assert.NotNull(await Kept(desks, kept + 1));
        Assert.Null(await Kept(desks, kept + 2));
    }

    /// <summary>The nth declaration is the ticket of that number, or nothing.</summary>
    private static async Task<bool> IsDeclared(HttpClient http, int nth)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/tickets") { Content = JsonContent.Create(SampleDeclaration.Of("paul.renard")), Headers = { { "Idempotency-Key", $"{nth}" } } };
        using var answer = await http.SendAsync(request, Stop);
        if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            Assert.NotNull(answer.Headers.RetryAfter);
            return false;
        }
        Assert.Equal(Reference(nth), (await answer.Content.ReadFromJsonAsync<TicketSeen>(Stop))!.Reference);
        return true;
    }

    private static Task<TicketRow?> Kept(TwoDesks desks, int nth) => desks.Service<Store>(0).Read(reader => reader.LoadTicket(Reference(nth)), Stop);

    private static string Reference(int nth) => $"INC-{nth:000000}";
}
