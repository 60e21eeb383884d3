using System.Net.Http.Json;
using System.Text.Json;
using ChatSupport.Bot.Sharing;
using ChatSupport.Desk.Storage;
using ChatSupport.Tests.Delivery;
using ChatSupport.Tests.Driver;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;

namespace ChatSupport.Tests.Sharing;

public sealed class RedisTests : IAsyncLifetime
{
    private RedisServer redis = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => redis = await RedisServer.Start();

    public ValueTask DisposeAsync() => redis.DisposeAsync();

    [Fact]
    public async Task Turns_of_one_conversation_follow_each_other_through_all_instances()
    {
        using var one = await Memory();
        using var other = await Memory();
        var (here, there) = (Locks(one), Locks(other));
        var inside = 0;

        await Task.WhenAll(Enumerable.Range(0, 40).Select(async n =>
        {
            await using (await (n % 2 == 0 ? here : there).Enter("slack:T1:C1", Stop))
            {
                Assert.Equal(1, Interlocked.Increment(ref inside));
                await Task.Yield();
                Interlocked.Decrement(ref inside);
            }
        }));

        Assert.Equal(0, inside);
    }

    [Fact]
    public async Task A_turn_whose_instance_died_holds_up_the_next_for_a_moment_only()
    {
        using var one = await Memory();
        using var other = await Memory();
        _ = await Locks(one).Enter("slack:T1:C1", Stop);

        await using var next = await Locks(other).Enter("slack:T1:C1", Stop).InTime();

        Assert.NotNull(next);
    }

    [Theory]
    [InlineData("killed")]
    [InlineData("paused")]
    public async Task Without_Redis_turns_are_taken_at_once_and_with_it_again_together(string how)
    {
        using var memory = await Memory();
        await (how == "killed" ? redis.Dies() : redis.Pauses());
        await using (await Locks(memory).Enter("slack:T1:C1", Stop).InTime())
            await Eventually.Holds(() => !memory.IsThere);

        await (how == "killed" ? redis.Rises() : redis.GoesOn());
        await Eventually.Holds(() => memory.IsThere);

        Assert.Equal("back", await memory.Ask(async database =>
        {
            await database.StringSetAsync("name", "back");
            return (await database.StringGetAsync("name")).ToString();
        }, otherwise: ""));
    }

    /// <summary>Killed, paused, emptied: what people ask of the desk is answered all the same, and readyz tells.</summary>
    [Fact]
    public async Task The_desk_goes_on_whatever_becomes_of_Redis()
    {
        await using var desks = await TwoDesks.Start($"--ConnectionStrings:Redis={redis.Address}");
        await Eventually.Holds(async () => await State(desks) == "ok");
        await Declares(desks);

        await redis.Forgets();
        await Declares(desks);
        await redis.Pauses();
        await Declares(desks);
        await Eventually.Holds(async () => await State(desks) == "degraded");
        await Declares(desks);
        await redis.GoesOn();
        await Eventually.Holds(async () => await State(desks) == "ok");
        await redis.Dies();
        await Declares(desks);
        await Eventually.Holds(async () => await State(desks) == "degraded");
        Assert.Equal(System.Net.HttpStatusCode.OK, (await desks.Http[0].GetAsync("/readyz", Stop)).StatusCode);
        await redis.Rises();
        await Eventually.Holds(async () => await State(desks) == "ok");

        Assert.Equal(10, (await desks.Service<Store>(0).Read(reader => reader.FindTickets(new TicketQuery()), Stop)).Items.Count);
    }

    private static async Task Declares(TwoDesks desks)
    {
        foreach (var http in desks.Http)
            Assert.Equal(System.Net.HttpStatusCode.Created, (await http.PostAsJsonAsync("/api/tickets", SampleDeclaration.Of("paul.renard"), Stop)).StatusCode);
    }

    private static async Task<string?> State(TwoDesks desks) => (await desks.Http[0].GetFromJsonAsync<JsonElement>("/readyz", Stop))
        .GetProperty("parts").GetProperty("redis").GetProperty("state").GetString();

    private async Task<SharedMemory> Memory()
    {
        var memory = new SharedMemory(redis.Address, TimeProvider.System, NullLogger<SharedMemory>.Instance);
        await memory.StartAsync(Stop);
        await Eventually.Holds(() => memory.IsThere);
        return memory;
    }

    private static TurnLocks Locks(SharedMemory memory) => new(Mock.Of<Store>(), TimeProvider.System, memory);
}
