using System.Net;
using System.Net.Http.Json;
using ChatSupport.Desk.Storage;
using ChatSupport.Tests.Driver;

namespace ChatSupport.Tests.Faults;

/// <summary>PostgreSQL has no room left on its disk, in the middle of a transaction: <see cref="Storage.FullStoreTests"/> is the same for the file.</summary>
public sealed class FullServerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_half_written_whoever_asks_is_told_and_the_same_request_is_done_once_there_is_room()
    {
        await using var desks = await TwoDesks.Start();
        await Runs(desks, """
            CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$;
            CREATE TRIGGER no_room BEFORE INSERT ON events EXECUTE FUNCTION no_room();
            """);

        foreach (var http in desks.Http)
        {
            using var refused = await Declares(http);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter);
        }
        Assert.Empty((await desks.Service<Store>(0).Read(reader => reader.FindTickets(new TicketQuery()), Stop)).Items);

        await Runs(desks, "DROP TRIGGER no_room ON events");
        foreach (var http in desks.Http)
        {
            using var declared = await Declares(http);
            Assert.Equal("INC-000001", (await declared.Content.ReadFromJsonAsync<TicketSeen>(Stop))!.Reference);
        }
    }

    private static async Task<HttpResponseMessage> Declares(HttpClient http)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/tickets") { Content = JsonContent.Create(SampleDeclaration.Of("paul.renard")), Headers = { { "Idempotency-Key", "the-same" } } };
        return await http.SendAsync(request, Stop);
    }

    private static async Task Runs(TwoDesks desks, string sql)
    {
        await using var database = Npgsql.NpgsqlDataSource.Create(desks.Connection);
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Stop);
    }
}
